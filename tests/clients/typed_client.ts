// Every operation, by openapi-fetch over the types that openapi-typescript makes: prints what each said.
import createClient from "openapi-fetch";
import type { components, paths } from "./made.d.ts";

const client = createClient<paths>({
  baseUrl: process.argv[2],
  querySerializer: { object: { style: "form", explode: true } },
});
const path = { policy: "licence-desk", topic: "hwkc-replacement", aspect: "free" } as const;
const decide = "/api/v1/answers/{policy}/{topic}/{aspect}";
type Case = components["schemas"]["CaseRecord"];
const asked: Case = { ...path, id: 1, facts: { system: "sv9500" } };
const other: Case = { ...path, topic: "nothing", id: "b" };

const policies = await client.GET("/api/v1/policies");
const policy = await client.GET("/api/v1/policies/{policy}", { params: { path: { policy: path.policy } } });
const changes = await client.GET("/api/v1/policies/{policy}/changes", { params: { path: { policy: path.policy } } });
const topics = await client.GET("/api/v1/topics");
const found = await client.GET("/api/v1/match", { params: { query: { q: "is a new dongle free?" } } });
const answer = await client.GET(decide, {
  params: { path, query: { facts: { system: "sv9500", swa: "active" }, on: "2026-01-15", lang: "ja" } },
});
const many = await client.POST("/api/v1/answers", { body: { cases: [asked, other] } });
const refused = await client.GET(decide, { params: { path, query: { facts: { swa: "ACTIVE" } } } });

console.log(JSON.stringify({
  list_policies: policies.data?.map((one) => one.id).sort(),
  read_policy: policy.data?.facts.slice(0, 2).map((one) => one.id),
  list_changes: changes.data?.map((one) => one.edition),
  list_topics: topics.data?.length,
  match_question: found.data?.matches[0]?.topic,
  decide_case: [answer.data?.verdict, answer.data?.text?.headline],
  decide_cases: many.data?.answers.map((one) => [one.id, one.status, one.fact ?? null]),
  refused: [refused.error?.status, refused.error?.errors.map((one) => one.name)],
}));

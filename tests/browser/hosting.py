"""Another site, with a page of its own around one of ours: a shop with a frame, and a desk with a side panel."""

from collections.abc import Iterator
from contextlib import contextmanager

from markupsafe import escape
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from tests.site import listening

SHOP = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A shop</title>
<meta name="viewport" content="width=device-width">
<style>body{{margin:0}}iframe{{width:100%;min-width:320px;height:480px;border:0}}</style>
</head><body><h1>A shop</h1>
<iframe id="policy-assistant" src="{src}" title="Policy assistant"></iframe>
<script>
  addEventListener("message", ({{data, origin, source}}) => {{
    const frame = document.getElementById("policy-assistant");
    if (origin === "{origin}" && source === frame.contentWindow && data.policyAssistant === "height")
      frame.style.height = `${{data.height}}px`;
  }});
</script></body></html>"""
DESK = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A desk</title>
<style>body{{margin:0;display:grid;grid-template-columns:1fr 360px;height:100vh;font:16px sans-serif}}
main{{padding:24px}}textarea{{width:100%;height:200px}}iframe{{width:360px;height:100%;border:0}}</style>
</head><body><main><h1>Ticket</h1><p id="ticket">{ticket}</p>
<label for="answer">Reply</label><textarea id="answer"></textarea></main>
<iframe id="panel" src="{src}" title="Policy assistant" allow="clipboard-write"></iframe>
<script>
  const frame = document.getElementById("panel"), text = document.getElementById("ticket").textContent;
  addEventListener("message", ({{data, origin, source}}) => {{
    if (origin !== "{origin}" || source !== frame.contentWindow) return;
    if (data.policyAssistant === "ready") source.postMessage({{policyAssistant: "ticket", text}}, origin);
    if (data.policyAssistant === "reply") document.getElementById("answer").value = data.text;
  }});
</script></body></html>"""


def _page(template: str) -> Route:
    def made(request: Request) -> HTMLResponse:
        src, ticket = request.query_params["src"], request.query_params.get("ticket", "")
        origin = "/".join(src.split("/")[:3])
        return HTMLResponse(template.format(src=escape(src), origin=escape(origin), ticket=escape(ticket)))

    return Route("/shop" if template is SHOP else "/desk", made)


@contextmanager
def hosted() -> Iterator[str]:
    """The address of the other site: another host name, and another port."""
    with listening(Starlette(routes=[_page(SHOP), _page(DESK)])) as address:
        yield address.replace("127.0.0.1", "localhost")

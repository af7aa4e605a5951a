"""Signatures of files by OpenSSH (`ssh-keygen -Y`): made with a person's key, checked against whom a list allows."""

import re
import subprocess
from pathlib import Path
from shutil import which

from assistant.errors import Usage, Wording, told

NAMESPACE = "policy-assistant"
ENDING = ".sig"
PATTERN = frozenset("*?!")
"""Signs of a pattern, which a list may have in place of names."""
REFUSED = {"has expired": "valid-before", "not yet valid": "valid-after", "signature namespace": "namespaces"}
"""What of a line in a list keeps its key from signing, by what OpenSSH says of it."""
MISSING = told("ssh-keygen is not installed, so that no signature can be made or checked")


def signature_of(path: Path) -> Path:
    """Where the signature of a file stands, or would."""
    return path.with_name(path.name + ENDING)


def sign(path: Path, key: Path) -> Path:
    """Signs a file with a private key, or with the one of a public key that an agent holds. Raises `Usage`."""
    signature_of(path).unlink(missing_ok=True)
    done = _run("sign", "-f", str(key), str(path))
    if done.returncode:
        raise Usage(told("ssh-keygen could not sign with {key}: {why}", key=key, why=_why(done)))
    return signature_of(path)


def wrong_signature(path: Path, name: str, signers: Path | None) -> Wording | None:
    """
    What is wrong with the signature of a file by this person; None where nothing is. Without a list of `signers` it is
    only seen whether the file is as it was signed, by whomever.
    """
    if which("ssh-keygen") is None:
        return MISSING
    if not signature_of(path).exists():
        return told("it is not signed")
    who = ("verify", "-f", str(signers), "-I", name) if signers else ("check-novalidate",)
    done = _run(*who, "-s", str(signature_of(path)), data=path.read_bytes())
    if done.returncode == 0:
        return None
    if signers:
        listed = _run("find-principals", "-f", str(signers), "-s", str(signature_of(path)))
        if refused := _refused(done.stderr + listed.stderr, signers):
            return refused
        found = listed.stdout.decode("utf-8", "replace").split("\n")[0]
        if not found:
            return told("{file} does not list the key of its signature", file=signers)
        if name not in found.split(",") and PATTERN.isdisjoint(found):
            return told(
                "{file} lists the key of its signature under “{found}”, not under “{name}”",
                file=signers,
                found=found,
                name=name,
            )
    return told("its signature does not hold: {why}", why=_why(done))


def _refused(said: bytes, signers: Path) -> Wording | None:
    """Which line of the list keeps the key of a signature from signing, and by what, as OpenSSH says it."""
    for line, why in re.findall(
        rf"^{re.escape(f'{signers}')}:(\d+): (.*)", said.decode("utf-8", "replace"), re.MULTILINE
    ):
        if option := next((option for reason, option in REFUSED.items() if reason in why), None):
            return told(
                "{place} does not accept the key of its signature: see {option} there",
                place=f"{signers}:{line}",
                option=option,
            )
    return None


def _run(*arguments: str, data: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    if which("ssh-keygen") is None:
        raise Usage(MISSING)
    command = ["ssh-keygen", "-Y", arguments[0], "-n", NAMESPACE, *arguments[1:]]
    return subprocess.run(command, input=data, capture_output=True, check=False)  # noqa: S603 (fixed, without a shell)


def _why(done: "subprocess.CompletedProcess[bytes]") -> str:
    return (done.stderr or done.stdout).decode("utf-8", "replace").strip().replace("\n", "; ")

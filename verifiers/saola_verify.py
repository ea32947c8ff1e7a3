#!/usr/bin/env python3
"""Checks what the log of the national database says, without a line of the portal's own code.

Written from the standards and from docs/log.md alone, so that two programs with two authors must agree:

  RFC 6962 section 2.1      hashes of leaves and nodes, root of a tree
  RFC 9162 section 2.1.3.2  checking an inclusion proof
  c2sp.org/signed-note      texts with signatures, Ed25519 (RFC 8032)
  c2sp.org/tlog-checkpoint  head of a log
  c2sp.org/tlog-cosignature witnesses, version 1
  c2sp.org/tlog-policy      whom to trust
  c2sp.org/tlog-proof       a proof to carry away
  c2sp.org/tlog-tiles       the static files of a log
  RFC 7515, RFC 8037        compact JWS with EdDSA
  RFC 8785                  canonical JSON

Needs Python 3.11 and the program `openssl` (3.0 or later); nothing is installed and nothing is fetched.
"""

from __future__ import annotations

import argparse
import base64
import binascii
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import NoReturn

Json = None | bool | float | str | list["Json"] | dict[str, "Json"]

# docs/log.md, "Where we are stricter than we must be"
LARGEST = 2**53 - 1
LONGEST_NOTE = 1_000_000
MOST_SIGNATURES = 100
LONGEST_PATH = 63
TILE = 256
# decisions/0011: 32 random bytes. One length only, or a byte of the value could be passed off as salt
SALT_BYTES = 32
# An evidence file that is larger than this in any way is not one; verifiers/README.md lists the limits
LARGEST_EVIDENCE = 1_048_576
MOST_GROUPS = 16
MOST_KEYS_CARRIED = 20
MOST_KEYS = 100
LONGEST_JWS = 200_000
DEEPEST_JSON = 32
GROUP_NAME = re.compile(r"[a-z][a-z-]{0,39}", re.ASCII)


class Malformed(Exception):
    """What was read has not the form its standard asks for, so there is nothing to check."""

    def __init__(self, code: str, where: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.where = where


class Unable(Exception):
    """We cannot do our work here: no openssl, or one that does not know Ed25519."""


# ── bytes and numbers ────────────────────────────────────────────────────────────────────────────────────────────────


def from_base64(text: str, code: str) -> bytes:
    """RFC 4648 section 4, with padding and without stray bits: one value has one spelling (docs/log.md)."""
    try:
        value = base64.b64decode(text.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error):
        raise Malformed(code) from None
    if base64.b64encode(value).decode("ascii") != text:
        raise Malformed(code)
    return value


def from_base64url(text: str, code: str) -> bytes:
    """RFC 7515 section 2: the alphabet of URLs, without padding; stray bits refused."""
    if re.fullmatch(r"[A-Za-z0-9_-]*", text, re.ASCII) is None:
        raise Malformed(code)
    try:
        value = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error:
        raise Malformed(code) from None
    if base64.urlsafe_b64encode(value).rstrip(b"=").decode("ascii") != text:
        raise Malformed(code)
    return value


def decimal(text: str, code: str) -> int:
    """ASCII digits without leading zeros, up to 2^53 − 1."""
    if re.fullmatch(r"0|[1-9][0-9]{0,15}", text, re.ASCII) is None or int(text) > LARGEST:
        raise Malformed(code)
    return int(text)


def utf8(raw: bytes) -> str:
    try:
        return raw.decode("utf-8", "strict")
    except UnicodeDecodeError:
        raise Malformed("utf8") from None


# ── canonical JSON ───────────────────────────────────────────────────────────────────────────────────────────────────


def read_json(text: str, code: str) -> Json:
    """RFC 8785 section 3.1 asks for I-JSON (RFC 7493): numbers as doubles, no lone surrogates.

    Of a name given twice the last counts, as RFC 7515 section 4 allows. Where the canonical form is asked for, what was
    read is printed and compared, so nothing stands there twice.
    """

    def number(digits: str) -> float:
        value = float(digits)
        if value in (float("inf"), float("-inf")):
            raise Malformed(code)
        return value

    def constant(_: str) -> NoReturn:
        raise Malformed(code)

    try:
        value: Json = json.loads(text, parse_int=number, parse_float=number, parse_constant=constant)
        canonical(value).encode("utf-8", "strict")
        if depth(value) > DEEPEST_JSON:
            raise Malformed(code)
    except (ValueError, RecursionError):
        raise Malformed(code) from None
    return value


def depth(value: Json) -> int:
    """How many lists and objects lie in one another."""
    if isinstance(value, list | dict):
        return 1 + max((depth(inner) for inner in (value.values() if isinstance(value, dict) else value)), default=0)
    return 0


def canonical(value: Json) -> str:
    """RFC 8785 section 3.2: no spaces, names in the order of their UTF-16 units, numbers and strings as ECMAScript."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, str):
        # Python escapes just what section 3.2.2.2 names: quote, backslash and control characters, in lower case
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    names = sorted(value, key=lambda name: name.encode("utf-16-be", "strict"))
    return "{" + ",".join(f"{canonical(name)}:{canonical(value[name])}" for name in names) + "}"


def number_text(value: float) -> str:
    """RFC 8785 section 3.2.2.3, that is ECMA-262 Number::toString: the shortest digits that give the same double."""
    if value == 0:
        return "0"
    _, digits, exponent = Decimal(repr(abs(value))).normalize().as_tuple()
    assert isinstance(exponent, int)
    sign, figures = "-" if value < 0 else "", "".join(map(str, digits))
    count, point = len(figures), len(figures) + exponent
    if count <= point <= 21:
        return sign + figures + "0" * (point - count)
    if 0 < point <= 21:
        return f"{sign}{figures[:point]}.{figures[point:]}"
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{figures}"
    power = f"e{'+' if point > 0 else '-'}{abs(point - 1)}"
    return sign + figures[0] + (f".{figures[1:]}" if count > 1 else "") + power


# ── hashes, trees, proofs ────────────────────────────────────────────────────────────────────────────────────────────


def sha256(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def leaf_hash(entry: bytes) -> bytes:
    """RFC 6962 section 2.1: MTH({d(0)}) = SHA-256(0x00 || d(0))."""
    return sha256(b"\x00", entry)


def node_hash(left: bytes, right: bytes) -> bytes:
    """RFC 6962 section 2.1: SHA-256(0x01 || left || right)."""
    return sha256(b"\x01", left, right)


def tree_root(leaves: Sequence[bytes], begin: int = 0, end: int | None = None) -> bytes:
    """RFC 6962 section 2.1, word for word: split at the largest power of two smaller than the number of leaves."""
    end = len(leaves) if end is None else end
    count = end - begin
    if count == 0:
        return sha256()
    if count == 1:
        return leaves[begin]
    middle = begin + (1 << ((count - 1).bit_length() - 1))
    return node_hash(tree_root(leaves, begin, middle), tree_root(leaves, middle, end))


def path_leads(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """RFC 9162 section 2.1.3.2, step by step and with its names."""
    if index >= size:
        return False
    fn, sn = index, size - 1
    r = leaf
    for p in path:
        if sn == 0:
            return False
        if fn & 1 == 1 or fn == sn:
            r = node_hash(p, r)
            while fn & 1 == 0 and fn != 0:
                fn >>= 1
                sn >>= 1
        else:
            r = node_hash(r, p)
        fn >>= 1
        sn >>= 1
    return sn == 0 and r == root


# ── Ed25519, by openssl ──────────────────────────────────────────────────────────────────────────────────────────────

# RFC 8410 section 4: SubjectPublicKeyInfo of id-Ed25519, up to the 32 bytes of the key
SPKI = bytes.fromhex("302a300506032b6570032100")
FIELD = 2**255 - 19
# The y of the eight points whose order divides 8. Under such a key anyone can sign (docs/log.md), and openssl says yes.
# Orders 1, 2 and 4 have y = 1, −1 and 0; order 8 has y or −y of the number below.
ORDER_8 = int.from_bytes(bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little")
SMALL_ORDER = frozenset({0, 1, FIELD - 1, ORDER_8, FIELD - ORDER_8})
# RFC 8032 section 7.1, TEST 2: what any Ed25519 must accept, and refuse with the last byte of the message changed
KNOWN_KEY = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
KNOWN_SIGNATURE = bytes.fromhex(
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
)


class Ed25519:
    """Asks openssl, once for each key, message and signature. A process costs two milliseconds, so answers are kept."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="saola-verify-")
        self._answers: dict[tuple[bytes, bytes, bytes], bool] = {}
        self._tried = False

    def close(self) -> None:
        self._folder.cleanup()

    def verify(self, key: bytes, message: bytes, signature: bytes) -> bool:
        """RFC 8032 section 5.1.7. Keys that section 5.1.3 cannot decode, or of small order, never verify anything."""
        if len(key) != 32 or len(signature) != 64 or len(message) == 0:
            return False
        y = int.from_bytes(key, "little") & (2**255 - 1)
        if y >= FIELD or y in SMALL_ORDER:
            return False
        if not self._tried:
            if not self._ask(KNOWN_KEY, b"\x72", KNOWN_SIGNATURE) or self._ask(KNOWN_KEY, b"\x73", KNOWN_SIGNATURE):
                raise Unable("openssl")
            self._tried = True
        question = (key, sha256(message), signature)
        if question not in self._answers:
            self._answers[question] = self._ask(key, message, signature)
        return self._answers[question]

    def _ask(self, key: bytes, message: bytes, signature: bytes) -> bool:
        folder = Path(self._folder.name)
        (folder / "key.der").write_bytes(SPKI + key)
        (folder / "message").write_bytes(message)
        (folder / "signature").write_bytes(signature)
        command = ["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER", "-inkey", "key.der"]
        try:
            done = subprocess.run(
                [*command, "-in", "message", "-sigfile", "signature"],
                cwd=folder, capture_output=True, timeout=30, check=False,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired):
            raise Unable("openssl") from None
        return done.returncode == 0 and b"Verified Successfully" in done.stdout


# ── signed notes ─────────────────────────────────────────────────────────────────────────────────────────────────────

# Unicode White_Space that is no control character (signed-note, "Format": no Unicode spaces in names of keys)
SPACES = "\u0020\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
TYPE_LOG, TYPE_WITNESS = 0x01, 0x04


@dataclass(frozen=True)
class Signature:
    name: str
    key_id: bytes
    value: bytes


@dataclass(frozen=True)
class Note:
    text: str
    signatures: tuple[Signature, ...]


@dataclass(frozen=True)
class Key:
    """A key as it is handed on: `name+id+base64(type || key)`."""

    name: str
    key_id: bytes
    kind: int
    public: bytes


def is_key_name(name: str) -> bool:
    """signed-note, "Format": not empty, no Unicode spaces, no plus."""
    return name != "" and not any(sign in SPACES or sign == "+" or ord(sign) < 0x20 for sign in name)


def read_note(whole: str) -> Note:
    """signed-note, "Format": text, the last empty line, one or more lines of signatures."""
    if len(whole) > LONGEST_NOTE:
        raise Malformed("note-long")
    if any(sign < " " and sign != "\n" for sign in whole):
        raise Malformed("control")
    cut = whole.rfind("\n\n")
    if cut < 0 or not whole.endswith("\n") or cut + 2 >= len(whole):
        raise Malformed("note")
    lines = whole[cut + 2 : -1].split("\n")
    if len(lines) > MOST_SIGNATURES:
        raise Malformed("note-signatures")
    return Note(whole[: cut + 1], tuple(read_signature(line) for line in lines))


def read_signature(line: str) -> Signature:
    """signed-note, "Format": em dash, space, name of the key, space, base64 of the id's four bytes and the signature."""
    parts = line.split(" ")
    if len(parts) != 3 or parts[0] != "\u2014" or not is_key_name(parts[1]):
        raise Malformed("note-line")
    value = from_base64(parts[2], "note-line")
    if len(value) < 5:
        raise Malformed("note-line")
    return Signature(parts[1], value[:4], value[4:])


def read_key(text: str, kind: int) -> Key:
    """signed-note, "Verifier keys" and "Signature types"; the id must be the hash of what it names."""
    parts = text.split("+", 2)
    if len(parts) != 3 or not is_key_name(parts[0]) or re.fullmatch(r"[0-9a-f]{8}", parts[1], re.ASCII) is None:
        raise Malformed("key")
    material = from_base64(parts[2], "key")
    if len(material) != 33 or material[0] != kind:
        raise Malformed("key")
    key_id = sha256(parts[0].encode("utf-8"), b"\n", material)[:4]
    if key_id.hex() != parts[1]:
        raise Malformed("key")
    return Key(parts[0], key_id, kind, material[1:])


# ── checkpoints ──────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Checkpoint:
    origin: str
    size: int
    root: bytes
    note: Note


def read_checkpoint(whole: str) -> Checkpoint:
    """tlog-checkpoint, "Note text": origin, size, root, and extension lines that may not be empty."""
    note = read_note(whole)
    lines = note.text[:-1].split("\n")
    if len(lines) < 3 or "" in lines:
        raise Malformed("checkpoint")
    root = from_base64(lines[2], "checkpoint-root")
    if len(root) != 32:
        raise Malformed("checkpoint-root")
    return Checkpoint(lines[0], decimal(lines[1], "checkpoint-size"), root, note)


# ── policies ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class Policy:
    """tlog-policy, "Policy file syntax and structure". Names are kept as opaque octets, one character each."""

    logs: list[Key] = field(default_factory=list)
    witnesses: dict[str, Key] = field(default_factory=dict)
    groups: dict[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    quorum: str = ""

    def satisfied(self, cosigned: frozenset[str], name: str | None = None) -> bool:
        """tlog-policy, "Defining a witness group": at least k of n members, each a witness or a group."""
        name = self.quorum if name is None else name
        if name == "none":
            return True
        if name in self.witnesses:
            return name in cosigned
        k, members = self.groups[name]
        return sum(self.satisfied(cosigned, member) for member in members) >= k


def read_policy(raw: bytes) -> Policy:
    if re.search(rb"[^\x09\x0a\x20-\x7e\x80-\xff]", raw) is not None:
        raise Malformed("policy-octet")
    # "each line is terminated by ASCII newline"; like other readers we forgive the last one
    policy, used = Policy(), set[str]()
    for number, line in enumerate(raw.decode("latin-1").split("\n"), 1):
        # Only spaces and tabs part the items: str.split() without an argument would part at octets above 0x7f too
        items = [item for item in re.split(r"[ \t]+", line) if item != ""]
        if items and not items[0].startswith("#"):
            try:
                read_policy_line(policy, used, items)
            except Malformed as wrong:
                raise Malformed(wrong.code, str(number)) from None
    if policy.quorum == "":
        raise Malformed("policy-quorum")
    return policy


def read_policy_line(policy: Policy, used: set[str], items: list[str]) -> None:
    word, rest = items[0], items[1:]
    known = policy.witnesses.keys() | policy.groups.keys()
    if word == "log" and len(rest) in (1, 2):
        key = read_key(octets(rest[0]), TYPE_LOG)
        if any(key.public == other.public for other in policy.logs):
            raise Malformed("policy-twice")
        policy.logs.append(key)
    elif word == "witness" and len(rest) in (2, 3):
        key = read_key(octets(rest[1]), TYPE_WITNESS)
        if any(key.public == other.public for other in policy.witnesses.values()):
            raise Malformed("policy-twice")
        policy.witnesses[new_name(rest[0], known)] = key
    elif word == "group" and len(rest) >= 3:
        name, members = new_name(rest[0], known), tuple(rest[2:])
        if len(set(members)) != len(members) or used & set(members):
            raise Malformed("policy-twice")
        if not known >= set(members):
            raise Malformed("policy-name")
        k = {"any": 1, "all": len(members)}.get(rest[1]) or decimal(rest[1], "policy-line")
        if not 1 <= k <= len(members):
            raise Malformed("policy-line")
        policy.groups[name] = (k, members)
        used.update(members)
    elif word == "quorum" and len(rest) == 1:
        if policy.quorum != "":
            raise Malformed("policy-quorum")
        if rest[0] != "none" and rest[0] not in known:
            raise Malformed("policy-name")
        policy.quorum = rest[0]
    else:
        raise Malformed("policy-line")


def octets(item: str) -> str:
    """A key's name is UTF-8 (signed-note), whatever the policy around it is."""
    return utf8(item.encode("latin-1"))


def new_name(name: str, known: Iterable[str]) -> str:
    """Witnesses and groups share one set of names, and `none` is taken (tlog-policy, "What is a policy?")."""
    if name == "none" or name in known:
        raise Malformed("policy-twice")
    return name


# ── who signed ───────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Signed:
    signature: str
    witnesses: str
    cosigned: tuple[str, ...]


def who_signed(note: Note, origin: str, policy: Policy, ed25519: Ed25519) -> Signed:
    """The log and the witnesses, each with its own answer.

    signed-note, "Signatures": lines of unknown keys mean nothing; a line that bears name and id of a known key must
    verify, or the whole note is spoilt.
    """
    body = note.text.encode("utf-8")
    by_logs = [
        (key.name, ed25519.verify(key.public, body, line.value))
        for key in policy.logs
        for line in note.signatures
        if (line.name, line.key_id) == (key.name, key.key_id)
    ]
    if origin not in {key.name for key in policy.logs}:
        signature = "unknown-log"
    elif not all(verified for _, verified in by_logs):
        signature = "wrong"
    else:
        signature = "good" if (origin, True) in by_logs else "absent"

    cosigned, false = set[str](), False
    for name, key in policy.witnesses.items():
        for line in note.signatures:
            if (line.name, line.key_id) == (key.name, key.key_id):
                if cosignature_holds(key, note, line.value, ed25519):
                    cosigned.add(name)
                else:
                    false = True
    enough = policy.satisfied(frozenset(cosigned))
    witnesses = "wrong" if false else "enough" if enough else "too-few"
    names = sorted(name.encode("latin-1").decode("utf-8", "replace") for name in cosigned)
    return Signed(signature, witnesses, tuple(names))


def cosignature_holds(key: Key, note: Note, value: bytes, ed25519: Ed25519) -> bool:
    """tlog-cosignature, "Format" and "Ed25519 signed message": eight bytes of time, then the signature over both."""
    if len(value) != 8 + 64:
        return False
    time = int.from_bytes(value[:8], "big")
    if time > LARGEST:
        return False
    return ed25519.verify(key.public, f"cosignature/v1\ntime {time}\n{note.text}".encode(), value[8:])


# ── proofs and evidence ──────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Proof:
    extra: bytes | None
    index: int
    path: tuple[bytes, ...]
    checkpoint: Checkpoint


def read_proof(raw: bytes) -> Proof:
    """tlog-proof, "Format": the first empty line parts the proof from the checkpoint."""
    head, empty, checkpoint = utf8(raw).partition("\n\n")
    lines = head.split("\n")
    if empty == "" or lines[0] != "c2sp.org/tlog-proof@v1" or len(lines) < 2:
        raise Malformed("proof")
    extra = None
    if lines[1].startswith("extra "):
        extra = from_base64(lines.pop(1).removeprefix("extra "), "proof-extra")
    if len(lines) < 2 or not lines[1].startswith("index "):
        raise Malformed("proof-index")
    index = decimal(lines[1].removeprefix("index "), "proof-index")
    path = tuple(from_base64(line, "proof-path") for line in lines[2:])
    if len(path) > LONGEST_PATH or any(len(step) != 32 for step in path):
        raise Malformed("proof-path")
    return Proof(extra, index, path, read_checkpoint(checkpoint))


def inclusion(proof: Proof, leaf: bytes) -> str:
    """A checkpoint that ends before the entry, with no path claimed, is not yet an answer and not a wrong one."""
    if proof.index >= proof.checkpoint.size and len(proof.path) == 0:
        return "not-yet"
    head = proof.checkpoint
    return "included" if path_leads(leaf, proof.index, head.size, proof.path, head.root) else "wrong"


@dataclass(frozen=True)
class Opened:
    salt: bytes
    value: Json


@dataclass(frozen=True)
class Buried:
    entry: bytes
    index: int
    path: tuple[bytes, ...]
    groups: list[list[str]]


@dataclass(frozen=True)
class Evidence:
    proof: Proof
    entry: bytes
    groups: dict[str, str]
    opened: dict[str, Opened]
    erased: dict[str, Buried]
    jws: Jws | None


def read_evidence(raw: bytes) -> Evidence:
    """An evidence file: a tlog-proof whose extra data is canonical JSON of type `saola.evidence.v1`."""
    if len(raw) > LARGEST_EVIDENCE:
        raise Malformed("evidence")
    proof = read_proof(raw)
    if proof.extra is None:
        raise Malformed("evidence-none")
    text = utf8(proof.extra)
    said = read_json(text, "evidence")
    if not isinstance(said, dict) or said.get("type") != "saola.evidence.v1" or canonical(said) != text:
        raise Malformed("evidence")
    if not said.keys() <= {"type", "entry", "opened", "erased", "jws", "keys"}:
        raise Malformed("evidence")
    entry, opened = said.get("entry"), said.get("opened")
    if not isinstance(entry, str) or not isinstance(opened, dict) or len(opened) > MOST_GROUPS:
        raise Malformed("evidence")
    if not all(GROUP_NAME.fullmatch(name) for name in opened):
        raise Malformed("opened")
    erased = said.get("erased", {})
    if not isinstance(erased, dict) or len(erased) > MOST_GROUPS or erased.keys() & opened.keys():
        raise Malformed("erased")
    if not all(GROUP_NAME.fullmatch(name) for name in erased):
        raise Malformed("erased")
    # The file's own keys prove nothing: they must have their form and are then forgotten; --keys says whom to trust
    if "keys" in said:
        carried = said["keys"]
        if not isinstance(carried, list) or len(carried) > MOST_KEYS_CARRIED or not all(map(is_carried_key, carried)):
            raise Malformed("keys")
    return Evidence(
        proof,
        entry.encode("utf-8"),
        read_groups(entry),
        {name: read_opened(value) for name, value in opened.items()},
        {name: read_buried(value) for name, value in erased.items()},
        read_jws(said["jws"]) if "jws" in said else None,
    )


def is_carried_key(said: Json) -> bool:
    return isinstance(said, dict) and said.keys() == {"kty", "crv", "x", "kid"} and read_jwk(said) is not None


def read_groups(entry: str) -> dict[str, str]:
    """The entry is canonical too: otherwise one name given twice could be read in two ways under one hash."""
    value = read_json(entry, "entry")
    if not isinstance(value, dict) or canonical(value) != entry:
        raise Malformed("entry")
    groups = value.get("groups")
    words = {name: said for name, said in value.items() if name not in ("groups", "erases")}
    if "erases" in value:
        read_erases(value["erases"])
    if not {"type", "subject", "at"} <= words.keys() <= {"type", "subject", "at", "ruleSet"}:
        raise Malformed("entry")
    if not isinstance(groups, dict) or not all(isinstance(said, str) for said in words.values()):
        raise Malformed("entry")
    found: dict[str, str] = {}
    for name, commitment in groups.items():
        if not isinstance(commitment, str) or re.fullmatch(r"[0-9a-f]{64}", commitment, re.ASCII) is None:
            raise Malformed("entry")
        found[name] = commitment
    return found


def read_opened(value: Json) -> Opened:
    if not isinstance(value, dict) or value.keys() != {"salt", "value"} or not isinstance(value["salt"], str):
        raise Malformed("opened")
    salt = from_base64url(value["salt"], "opened")
    if len(salt) != SALT_BYTES:
        raise Malformed("opened")
    return Opened(salt, value["value"])


def read_erases(said: Json) -> list[list[str]]:
    """docs/log.md, "Tombstones": number, fields, and for each group the entry's hash, its name, what was left of it."""
    if not isinstance(said, dict) or said.keys() != {"tombstone", "fields", "groups"}:
        raise Malformed("entry")
    number, fields, groups = said["tombstone"], said["fields"], said["groups"]
    if not isinstance(number, str) or re.fullmatch(r"[A-Z0-9-]{1,40}", number, re.ASCII) is None:
        raise Malformed("entry")
    if not isinstance(fields, list) or not all(isinstance(name, str) for name in fields) or not isinstance(groups, list):
        raise Malformed("entry")
    found: list[list[str]] = []
    for one in groups:
        if not isinstance(one, list) or len(one) not in (2, 3):
            raise Malformed("entry")
        words = [word for word in one if isinstance(word, str)]
        hashes = [words[0], *words[2:]] if len(words) == len(one) else [""]
        if not all(re.fullmatch(r"[0-9a-f]{64}", word, re.ASCII) for word in hashes):
            raise Malformed("entry")
        if GROUP_NAME.fullmatch(words[1]) is None:
            raise Malformed("entry")
        found.append(words)
    return found


def read_buried(said: Json) -> Buried:
    """docs/verify.md: the entry of the act that erased a group, its place, and the path to the root."""
    if not isinstance(said, dict) or said.keys() != {"entry", "index", "path"}:
        raise Malformed("erased")
    entry, index, path = said["entry"], said["index"], said["path"]
    if not isinstance(entry, str) or not isinstance(path, list) or len(path) > LONGEST_PATH:
        raise Malformed("erased")
    if not isinstance(index, float) or not index.is_integer() or not 0 <= index <= LARGEST:
        raise Malformed("erased")
    read_groups(entry)
    value = read_json(entry, "entry")
    if not isinstance(value, dict) or "erases" not in value:
        raise Malformed("erased")
    hashes = []
    for line in path:
        one = from_base64(line, "erased") if isinstance(line, str) else b""
        if len(one) != 32:
            raise Malformed("erased")
        hashes.append(one)
    return Buried(entry.encode("utf-8"), int(index), tuple(hashes), read_erases(value["erases"]))


def buried(group: str, evidence: Evidence) -> str:
    """docs/verify.md: erased when an entry of the same log names this group of this entry; RFC 9162 section 2.1.3.2."""
    if group not in evidence.groups:
        return "group-unknown"
    act, head = evidence.erased[group], evidence.proof.checkpoint
    named = any(words[:2] == [leaf_hash(evidence.entry).hex(), group] for words in act.groups)
    if named and path_leads(leaf_hash(act.entry), act.index, head.size, act.path, head.root):
        return "erased"
    return "erased-unproven"


def content(group: str, opened: Opened, groups: dict[str, str]) -> str:
    """decisions/0011: the entry holds SHA-256(salt || canonical value) for each group."""
    if group not in groups:
        return "group-unknown"
    commitment = sha256(opened.salt, canonical(opened.value).encode("utf-8")).hex()
    return "holds" if commitment == groups[group] else "differs"


# ── receipts and documents ───────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Jws:
    kid: str
    message: bytes
    payload: bytes
    signature: bytes


@dataclass(frozen=True)
class Document:
    signature: str
    payload: str


def read_jwk(said: Json) -> tuple[str, bytes] | None:
    """RFC 8037 section 2: an Ed25519 key and its kid."""
    if not isinstance(said, dict) or said.get("kty") != "OKP" or said.get("crv") != "Ed25519":
        return None
    kid, x = said.get("kid"), said.get("x")
    if not isinstance(kid, str) or not isinstance(x, str):
        return None
    try:
        public = from_base64url(x, "keys")
    except Malformed:
        return None
    return (kid, public) if len(public) == 32 else None


def read_keys(raw: bytes) -> dict[str, list[bytes]]:
    """RFC 7517 section 5: keys of kinds and values that we cannot use are passed over."""
    said = read_json(utf8(raw), "keys")
    keys = said.get("keys") if isinstance(said, dict) else None
    if not isinstance(keys, list) or len(keys) > MOST_KEYS:
        raise Malformed("keys")
    found: dict[str, list[bytes]] = {}
    for key in map(read_jwk, keys):
        if key is not None:
            found.setdefault(key[0], []).append(key[1])
    return found


def document(evidence: Evidence, keys: dict[str, list[bytes]], ed25519: Ed25519) -> Document:
    """Two questions: did the portal sign it, and is it what the entry committed to?"""
    jws = evidence.jws
    if jws is None:
        return Document("none", "none")
    if jws.kid not in keys:
        answer = "key-unknown"
    else:
        answer = "good" if any(ed25519.verify(key, jws.message, jws.signature) for key in keys[jws.kid]) else "wrong"
    bound = [evidence.opened[name].value for name in ("receipt", "document") if name in evidence.opened]
    # decisions/0010: what is signed is canonical, so equal values are equal bytes
    same = any(canonical(value).encode("utf-8") == jws.payload for value in bound)
    return Document(answer, "matches" if same else "differs" if bound else "not-bound")


def read_jws(said: Json) -> Jws:
    """RFC 7515 sections 5.2 and 7.1, RFC 8037 section 3.1, in the one shape the portal makes.

    An extension that we must understand (`crit`) we do not, and `b64` (RFC 7797) would change what the payload is.
    """
    parts = said.split(".") if isinstance(said, str) and len(said) <= LONGEST_JWS else []
    if len(parts) != 3:
        raise Malformed("jws")
    protected, payload, signature = (from_base64url(part, "jws") for part in parts)
    header = read_json(utf8(protected), "jws")
    if not isinstance(header, dict) or header.get("alg") != "EdDSA" or header.keys() & {"crit", "b64"}:
        raise Malformed("jws")
    kid = header.get("kid")
    if not isinstance(kid, str):
        raise Malformed("jws")
    read_json(utf8(payload), "jws")
    return Jws(kid, f"{parts[0]}.{parts[1]}".encode("ascii"), payload, signature)


# ── a whole log as static files ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Log:
    checkpoint: Checkpoint
    signed: Signed
    root: str
    files: dict[str, str]


def tile_path(level: str, index: int, width: int = TILE) -> str:
    """tlog-tiles, "Merkle Tree": three digits an element, an x before all but the last, `.p/W` while not full."""
    digits = str(index)
    digits = digits.rjust(-(-len(digits) // 3) * 3, "0")
    elements = [digits[at : at + 3] for at in range(0, len(digits), 3)]
    path = "/".join([*(f"x{element}" for element in elements[:-1]), elements[-1]])
    return f"tile/{level}/{path}" + ("" if width == TILE else f".p/{width}")


def read_bundle(raw: bytes) -> list[bytes]:
    """tlog-tiles, "Log entries": each entry behind two bytes of length, the higher first, and nothing after the last."""
    entries, at = [], 0
    while at < len(raw):
        begin = at + 2
        at = begin + int.from_bytes(raw[at:begin], "big")
        if begin > len(raw) or at > len(raw):
            raise Malformed("bundle")
        entries.append(raw[begin:at])
    return entries


def check_log(folder: Path, policy: Policy, ed25519: Ed25519) -> Log:
    """Hashes every entry anew, compares every tile with what comes out, and the root with the checkpoint."""
    head = read_checkpoint(utf8((folder / "checkpoint").read_bytes()))
    signed = who_signed(head.note, head.origin, policy, ed25519)
    files: dict[str, str] = {}
    bundles: list[list[bytes]] = []
    for index in range(-(-head.size // TILE)):
        width = min(TILE, head.size - index * TILE)
        found = present(folder, "entries", index, width)
        if found is None:
            files[tile_path("entries", index, width)] = "missing"
            return Log(head, signed, "not-derived", files)
        try:
            entries = read_bundle((folder / found).read_bytes())
            if len(entries) < width or (found == tile_path("entries", index, width) and len(entries) != width):
                raise Malformed("bundle")
        except Malformed:
            files[found] = "malformed"
            return Log(head, signed, "not-derived", files)
        files[found] = "same"
        bundles.append(entries[:width])

    levels = [[leaf_hash(entry) for bundle in bundles for entry in bundle]]
    while len(levels[-1]) >= TILE:
        full = len(levels[-1]) // TILE
        levels.append([tree_root(levels[-1], n * TILE, (n + 1) * TILE) for n in range(full)])
    for level, hashes in enumerate(levels):
        for index in range(-(-len(hashes) // TILE)):
            width = min(TILE, len(hashes) - index * TILE)
            if present(folder, str(level), index, width) is None:
                files[tile_path(str(level), index, width)] = "missing"
    for path in sorted(file.relative_to(folder).as_posix() for file in (folder / "tile").rglob("*") if file.is_file()):
        files[path] = compare_file(folder, path, levels, bundles)
    root = "same" if tree_root(levels[0]) == head.root else "differs"
    return Log(head, signed, root, files)


def present(folder: Path, level: str, index: int, width: int) -> str | None:
    """A partial tile may be gone once the full one is there (tlog-tiles, "Partial Tiles")."""
    names = (tile_path(level, index, width), tile_path(level, index))
    return next((name for name in names if (folder / name).is_file()), None)


def compare_file(folder: Path, path: str, levels: list[list[bytes]], bundles: list[list[bytes]]) -> str:
    """Every file there is, older partial ones too: as far as the checkpoint reaches it must be what we derived."""
    named = re.fullmatch(r"tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?", path)
    if named is None:
        return "stray"
    level, index, width = named[1], int(re.sub(r"[x/]", "", named[2])), int(named[3] or TILE)
    if width > TILE or tile_path(level, index, width) != path:
        return "stray"
    raw = (folder / path).read_bytes()
    if level == "entries":
        try:
            have = read_bundle(raw)
        except Malformed:
            return "malformed"
        ours = bundles[index] if index < len(bundles) else []
    else:
        have = [raw[at : at + 32] for at in range(0, len(raw), 32)]
        hashes = levels[int(level)] if int(level) < len(levels) else []
        ours = hashes[index * TILE : (index + 1) * TILE]
    if len(have) != width or (level != "entries" and len(raw) != width * 32):
        return "malformed"
    reach = min(width, len(ours))
    if have[:reach] != ours[:reach]:
        return "differs"
    return "same" if reach == width else "beyond"


# ── words ────────────────────────────────────────────────────────────────────────────────────────────────────────────

VI, EN = 0, 1
Text = tuple[str, str]

WORDS: dict[str, Text] = {
    "inclusion": ("mục ghi", "entry"),
    "signature": ("chữ ký", "signature"),
    "witnesses": ("chứng kiến", "witnesses"),
    "content": ("nội dung", "content"),
    "document": ("văn bản", "document"),
    "payload": ("gắn với", "bound to"),
    "root": ("mã gốc", "root"),
    "files": ("tệp", "files"),
    "head": ("mốc", "head"),
    "inclusion.included": (
        "có trong nhật ký: vị trí {index}, nhật ký có {size} mục",
        "included: at place {index} of a log of {size} entries",
    ),
    "inclusion.not-yet": (
        "chưa được đưa vào: mốc này mới có {size} mục, mục này chờ ở vị trí {index}. "
        "Hãy lấy lại tệp bằng chứng khi nhật ký có ít nhất {needed} mục",
        "not yet included: this checkpoint ends at {size} entries and this one waits at place {index}. "
        "Come back after a checkpoint of at least {needed} entries",
    ),
    "inclusion.wrong": (
        "sai: đường dẫn băm không dẫn từ mục này đến mã gốc đã ký",
        "wrong: the path does not lead from this entry to the signed root",
    ),
    "signature.good": ("đúng: {origin} đã ký mốc này", "good: {origin} signed this checkpoint"),
    "signature.absent": (
        "không có: chưa có khóa nào mà bạn tin cậy ký mốc này",
        "absent: no key that you trust signed this checkpoint",
    ),
    "signature.wrong": (
        "sai: có dòng ký mang tên khóa mà bạn tin cậy nhưng không phải do khóa đó ký",
        "wrong: a line bears the name of a key that you trust, and that key did not sign it",
    ),
    "signature.unknown-log": (
        "nhật ký lạ: chính sách của bạn không có khóa nào của {origin}",
        "unknown log: your policy has no key of {origin}",
    ),
    "witnesses.enough": ("đủ: {cosigned}", "enough: {cosigned}"),
    "witnesses.too-few": (
        "chưa đủ so với chính sách: {cosigned}",
        "too few for your policy: {cosigned}",
    ),
    "witnesses.wrong": (
        "sai: có dòng ký giả mang tên một bên chứng kiến mà bạn tin cậy",
        "wrong: a false cosignature bears the name of a witness that you trust",
    ),
    "nobody": ("không có bên nào", "nobody"),
    "content.holds": ("{group}: đúng với mục ghi", "{group}: holds"),
    "content.differs": ("{group}: khác với mục ghi", "{group}: differs from what the entry commits to"),
    "content.group-unknown": ("{group}: mục ghi không có nhóm này", "{group}: the entry has no such group"),
    "content.erased": (
        "{group}: đã được xóa đúng luật, chính nhật ký ghi việc xóa",
        "{group}: erased lawfully, as the log itself records",
    ),
    "content.erased-unproven": (
        "{group}: tệp nói đã xóa nhưng nhật ký không ghi việc xóa này",
        "{group}: the file calls it erased, and the log holds no such act",
    ),
    "content.none": ("không mở nhóm nào", "no group is opened"),
    "document.good": ("chữ ký đúng, khóa {kid}", "signature good, key {kid}"),
    "document.wrong": ("chữ ký sai", "signature wrong"),
    "document.key-unknown": ("không biết khóa {kid}", "key unknown: {kid}"),
    "document.none": ("không kèm văn bản", "there is none"),
    "payload.matches": ("đúng nội dung đã mở ở trên", "matches the content opened above"),
    "payload.differs": ("khác nội dung đã mở ở trên", "differs from the content opened above"),
    "payload.not-bound": (
        "không gắn: không mở nhóm receipt hoặc document",
        "nothing: neither receipt nor document is opened",
    ),
    "head.is": ("{origin}, {size} mục, mã gốc {root}", "{origin}, {size} entries, root {root}"),
    "root.same": ("tính lại từ các mục: khớp với mốc đã ký", "derived anew from the entries: as signed"),
    "root.differs": ("tính lại từ các mục: khác với mốc đã ký", "derived anew from the entries: not what was signed"),
    "root.not-derived": ("không tính lại được: thiếu hoặc hỏng mục", "not derived: entries are missing or damaged"),
    "files.same": ("{count} tệp khớp", "{count} as derived"),
    "file.differs": ("khác với kết quả tính lại", "differs from what we derived"),
    "file.missing": ("thiếu", "missing"),
    "file.malformed": ("hỏng", "damaged"),
    "file.beyond": ("vượt quá mốc, phần trước mốc khớp", "goes beyond the checkpoint; as derived up to there"),
    "file.stray": ("không thuộc nhật ký", "not part of the log"),
    "green": ("Mọi điểm đều đúng.", "Everything holds."),
    "not-green": ("Chưa phải mọi điểm đều đúng.", "Not everything holds."),
    "waiting": ("Chưa kết luận được, hãy quay lại sau.", "No verdict yet: come back later."),
    "malformed": ("không đọc được: {why}", "cannot be read: {why}"),
    "unreadable": ("không mở được tệp", "cannot be opened"),
    "openssl": (
        "Cần chương trình openssl 3.0 trở lên có Ed25519.",
        "The program openssl, 3.0 or later with Ed25519, is needed.",
    ),
}  # fmt: skip

WHY: dict[str, Text] = {
    "utf8": ("không phải UTF-8", "not UTF-8"),
    "control": ("có ký tự điều khiển", "a control character"),
    "note": ("không phải bản ghi chú có chữ ký", "not a signed note"),
    "note-long": ("quá dài", "too long"),
    "note-line": ("dòng chữ ký sai dạng", "a signature line of another form"),
    "note-signatures": ("quá nhiều chữ ký", "too many signatures"),
    "checkpoint": ("mốc sai dạng", "a checkpoint of another form"),
    "checkpoint-size": ("số mục sai dạng", "the size is no number"),
    "checkpoint-root": ("mã gốc sai dạng", "the root is no hash"),
    "key": ("khóa sai dạng", "a key of another form"),
    "policy-octet": ("chính sách có ký tự không được phép", "the policy has an octet that is not allowed"),
    "policy-line": ("dòng chính sách sai dạng", "a policy line of another form"),
    "policy-name": ("chính sách nhắc đến tên chưa khai báo", "the policy uses a name before it is defined"),
    "policy-twice": ("chính sách khai báo hai lần", "the policy says something twice"),
    "policy-quorum": ("chính sách phải có đúng một dòng quorum", "a policy has exactly one quorum line"),
    "proof": ("không phải tệp tlog-proof", "not a tlog-proof"),
    "proof-extra": ("dòng extra sai dạng", "the extra line is not base64"),
    "proof-index": ("dòng index sai dạng", "the index line has another form"),
    "proof-path": ("đường dẫn băm sai dạng", "the path has another form"),
    "evidence-none": ("tệp không có dòng extra", "there is no extra line"),
    "evidence": ("phần extra không phải bằng chứng dạng saola.evidence.v1", "the extra data is not saola.evidence.v1"),
    "entry": ("mục ghi sai dạng", "the entry has another form"),
    "erased": ("phần đã xóa sai dạng", "an erased group has another form"),
    "opened": ("nhóm đã mở sai dạng", "an opened group has another form"),
    "jws": ("văn bản kèm theo không phải JWS dạng của cổng", "the document is not a JWS as the portal makes them"),
    "keys": ("bộ khóa sai dạng", "not a set of JSON Web Keys"),
}  # fmt: skip


def show(raw: str) -> str:
    """What a file says may hold signs that move the cursor or turn the line around; a terminal must not obey them."""
    return "".join(sign if sign.isprintable() else f"\\u{{{ord(sign):x}}}" for sign in raw)


@dataclass
class Report:
    """What a command found: lines for people, and the same answers for programs."""

    name: str
    answers: dict[str, object] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    verdict: str = "green"


class Speaker:
    def __init__(self, language: str) -> None:
        self._language = VI if language == "vi" else EN

    def say(self, code: str, **values: object) -> str:
        shown = {name: show(str(value)) for name, value in values.items()}
        return WORDS[code][self._language].format(**shown)

    def why(self, wrong: Malformed) -> str:
        reason = WHY[wrong.code][self._language]
        where = ("dòng", "line")[self._language]
        return f"{reason} ({where} {wrong.where})" if wrong.where else reason

    def line(self, label: str, code: str, **values: object) -> str:
        return f"  {self.say(label):<11} {self.say(code, **values)}"

    def signed(self, report: Report, head: Checkpoint, signed: Signed) -> None:
        cosigned = ", ".join(signed.cosigned) or self.say("nobody")
        report.lines.append(self.line("signature", f"signature.{signed.signature}", origin=head.origin))
        report.lines.append(self.line("witnesses", f"witnesses.{signed.witnesses}", cosigned=cosigned))


# ── commands ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def report_evidence(name: str, policy: Policy, keys: dict[str, list[bytes]], ed25519: Ed25519, to: Speaker) -> Report:
    evidence = read_evidence(Path(name).read_bytes())
    proof, head = evidence.proof, evidence.proof.checkpoint
    included = inclusion(proof, leaf_hash(evidence.entry))
    signed = who_signed(head.note, head.origin, policy, ed25519)
    contents = {group: content(group, opened, evidence.groups) for group, opened in evidence.opened.items()}
    contents |= {group: buried(group, evidence) for group in evidence.erased}
    contents = dict(sorted(contents.items()))
    paper = document(evidence, keys, ed25519)

    rest = (
        (signed.signature, signed.witnesses) == ("good", "enough")
        and all(answer in ("holds", "erased") for answer in contents.values())
        and (paper.signature, paper.payload) in (("none", "none"), ("good", "matches"))
    )
    report = Report(name)
    if not rest or included == "wrong":
        report.verdict = "not-green"
    elif included == "not-yet":
        report.verdict = "waiting"
    report.answers = {
        "origin": head.origin, "size": head.size, "index": proof.index,
        "entry": {"inclusion": included, "signature": signed.signature, "witnesses": signed.witnesses},
        "cosigned": list(signed.cosigned),
        "content": contents,
        "document": {"signature": paper.signature, "payload": paper.payload},
    }  # fmt: skip
    place = {"index": proof.index, "size": head.size, "needed": proof.index + 1}
    report.lines.append(to.line("inclusion", f"inclusion.{included}", **place))
    to.signed(report, head, signed)
    for group, answer in contents.items():
        report.lines.append(to.line("content", f"content.{answer}", group=group))
    if not contents:
        report.lines.append(to.line("content", "content.none"))
    report.lines.append(to.line("document", f"document.{paper.signature}", kid=evidence.jws.kid if evidence.jws else ""))
    if paper.payload != "none":
        report.lines.append(to.line("payload", f"payload.{paper.payload}"))
    return report


def report_checkpoint(name: str, policy: Policy, ed25519: Ed25519, to: Speaker) -> Report:
    head = read_checkpoint(utf8(Path(name).read_bytes()))
    signed = who_signed(head.note, head.origin, policy, ed25519)
    report = Report(name)
    if (signed.signature, signed.witnesses) != ("good", "enough"):
        report.verdict = "not-green"
    root = base64.b64encode(head.root).decode("ascii")
    report.answers = {
        "origin": head.origin, "size": head.size, "root": root,
        "signature": signed.signature, "witnesses": signed.witnesses, "cosigned": list(signed.cosigned),
    }  # fmt: skip
    report.lines.append(to.line("head", "head.is", origin=head.origin, size=head.size, root=root))
    to.signed(report, head, signed)
    return report


def report_tiles(name: str, policy: Policy, ed25519: Ed25519, to: Speaker) -> Report:
    log = check_log(Path(name), policy, ed25519)
    head, odd = log.checkpoint, {path: answer for path, answer in log.files.items() if answer != "same"}
    report = Report(name)
    bad = any(answer in ("differs", "missing", "malformed") for answer in odd.values())
    if bad or log.root != "same" or (log.signed.signature, log.signed.witnesses) != ("good", "enough"):
        report.verdict = "not-green"
    root = base64.b64encode(head.root).decode("ascii")
    report.answers = {
        "origin": head.origin, "size": head.size,
        "signature": log.signed.signature, "witnesses": log.signed.witnesses, "cosigned": list(log.signed.cosigned),
        "root": log.root, "files": {"same": len(log.files) - len(odd), "other": odd},
    }  # fmt: skip
    report.lines.append(to.line("head", "head.is", origin=head.origin, size=head.size, root=root))
    to.signed(report, head, log.signed)
    report.lines.append(to.line("root", f"root.{log.root}"))
    report.lines.append(to.line("files", "files.same", count=len(log.files) - len(odd)))
    report.lines.extend(f"  {'':<11} {show(path)}: {to.say(f'file.{answer}')}" for path, answer in odd.items())
    return report


USAGE: dict[str, Text] = {
    "about": (
        "Kiểm tra tệp bằng chứng, mốc đã ký và toàn bộ nhật ký, độc lập với mã nguồn của cổng. "
        "Mã thoát: 0 mọi điểm đều đúng, 1 có điểm chưa đúng, 2 không kiểm tra được.",
        "Checks evidence files, checkpoints and whole logs, independently of the portal's own code. "
        "Exit codes: 0 everything holds, 1 something does not, 2 it could not be checked.",
    ),
    "evidence": ("tệp bằng chứng (.tlog-proof)", "evidence files (.tlog-proof)"),
    "checkpoint": ("mốc đã ký của nhật ký", "a checkpoint"),
    "tiles": ("thư mục nhật ký dạng tệp tĩnh", "a folder with a static log"),
    "policy": ("chính sách tin cậy, dạng tlog-policy", "whom you trust, in the form tlog-policy"),
    "keys": ("bộ khóa công khai của cổng (JWKS)", "the portal's public keys (JWKS)"),
    "json": ("trả lời cho chương trình đọc", "answer for programs"),
    "lang": ("ngôn ngữ: en hoặc vi", "language: en or vi"),
}  # fmt: skip


def read_arguments(given: Sequence[str]) -> argparse.Namespace:
    vietnamese = re.search(r"--lang[= ]vi\b", " ".join(given)) is not None
    usage = {name: text[VI if vietnamese else EN] for name, text in USAGE.items()}
    parser = argparse.ArgumentParser(prog="saola_verify.py", description=usage["about"])
    commands = parser.add_subparsers(dest="command", required=True)
    for command, many in (("evidence", True), ("checkpoint", False), ("tiles", False)):
        sub = commands.add_parser(command, help=usage[command], description=usage["about"])
        sub.add_argument("paths", nargs="+" if many else 1, metavar="FILE", help=usage[command])
        sub.add_argument("--policy", required=True, help=usage["policy"])
        if command == "evidence":
            sub.add_argument("--keys", help=usage["keys"])
        sub.add_argument("--json", action="store_true", help=usage["json"])
        sub.add_argument("--lang", choices=("en", "vi"), default="en", help=usage["lang"])
    return parser.parse_args(given)


def main(given: Sequence[str]) -> int:
    """0 everything holds, 1 something does not, 2 it could not be checked; of many files the worst counts."""
    asked = read_arguments(given)
    to, ed25519 = Speaker(asked.lang), Ed25519()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", newline="\n")
    try:
        trusted = read_trusted(asked, to)
        if trusted is None:
            return 2
        policy, keys = trusted
        reports = [report_one(asked.command, name, policy, keys, ed25519, to) for name in asked.paths]
    except Unable as reason:
        print(to.say(str(reason)), file=sys.stderr)
        return 2
    finally:
        ed25519.close()
    if asked.json:
        told = [{"file": report.name, "verdict": report.verdict, **report.answers} for report in reports]
        print(json.dumps(told, ensure_ascii=True))
    else:
        for report in reports:
            ending = [] if report.verdict == "malformed" else [f"  {to.say(report.verdict)}"]
            print("\n".join([show(report.name), *report.lines, *ending]))
    return max({"green": 0, "malformed": 2}.get(report.verdict, 1) for report in reports)


def read_trusted(asked: argparse.Namespace, to: Speaker) -> tuple[Policy, dict[str, list[bytes]]] | None:
    """Without a readable policy nothing can be believed, so nothing is checked."""
    name = asked.policy
    try:
        policy = read_policy(Path(name).read_bytes())
        name = getattr(asked, "keys", None)
        return policy, {} if name is None else read_keys(Path(name).read_bytes())
    except Malformed as wrong:
        print(f"{show(name)}: {to.say('malformed', why=to.why(wrong))}", file=sys.stderr)
    except OSError:
        print(f"{show(name)}: {to.say('unreadable')}", file=sys.stderr)
    return None


def report_one(
    command: str, name: str, policy: Policy, keys: dict[str, list[bytes]], ed25519: Ed25519, to: Speaker
) -> Report:
    try:
        if command == "evidence":
            return report_evidence(name, policy, keys, ed25519, to)
        if command == "checkpoint":
            return report_checkpoint(name, policy, ed25519, to)
        return report_tiles(name, policy, ed25519, to)
    except Malformed as wrong:
        said = to.say("malformed", why=to.why(wrong))
        return Report(name, {"malformed": wrong.code}, [f"  {said}"], "malformed")
    except OSError:
        return Report(name, {"malformed": "unreadable"}, [f"  {to.say('unreadable')}"], "malformed")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

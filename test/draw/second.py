#!/usr/bin/env python3
"""A second, independent implementation of the double-random draw (yzt-draw/1), written from docs/draw.md.

It shares no code with the house. Reads one draw file a line on standard input (JSON), writes one line each:
"ok", or the name of the first thing that does not fit.
"""
import hashlib
import json
import sys


def sm3(text):
    return hashlib.new("sm3", text.encode("utf-8")).hexdigest()


def canonical(value):
    # RFC 8785 for strings, integers, null, lists and objects; keys by UTF-16 code unit.
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(json.dumps(k, ensure_ascii=False) + ":" + canonical(value[k]) for k in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def expected(file):
    manifest = file["manifest"]
    if sm3(canonical(manifest)) != file["manifestHash"]:
        return "manifest", None
    promised = {one["party"]: one["commitment"] for one in file["commitments"]}
    opened = {one["party"]: one["secret"] for one in file["reveals"]}
    if set(promised) != {p["id"] for p in manifest["parties"]} or set(opened) != set(promised) or len(opened) < 3:
        return "parties", None
    for party, secret in opened.items():
        if sm3("yzt-draw/1|commit|%s|%s|%s" % (manifest["drawId"], party, secret)) != promised[party]:
            return "commitments", None
    public = file["publicValue"]["value"] if file["publicValue"] else ""
    secrets = "|".join("%s:%s" % (party, opened[party]) for party in sorted(opened))
    seed = sm3("yzt-draw/1|seed|%s|%s|public:%s" % (file["manifestHash"], secrets, public))
    left_out = {one["object"] for one in manifest["exclusions"]}
    classes = {}
    for shop in manifest["objects"]:
        if shop["id"] not in left_out:
            classes.setdefault(shop["stratum"], []).append(shop)
    drawn = []
    for name in sorted(classes):
        shops = classes[name]
        scored = sorted((sm3("yzt-draw/1|object|%s|%s|%s" % (seed, name, s["id"])), s["id"], s["area"]) for s in shops)
        count = -(-len(shops) * manifest["rule"]["rates"].get(name, 0) // 10000)
        drawn += [{"id": i, "stratum": name, "area": a, "score": score} for score, i, a in scored[:count]]
    back = {}
    for one in manifest["recusals"]:
        back.setdefault(one["object"], set()).add(one["officer"])
    towns = {}
    for shop in drawn:
        towns.setdefault(shop["area"], []).append(shop)
    groups = []
    size = manifest["rule"]["groupSize"]
    for town in sorted(towns):
        shops = [s["id"] for s in sorted(towns[town], key=lambda s: (s["score"], s["id"]))]
        for number, start in enumerate(range(0, len(shops), size), 1):
            members = shops[start:start + size]
            key = "%s-%d" % (town, number)
            stands_back = set().union(*(back.get(shop, set()) for shop in members))
            able = [
                o["id"]
                for o in manifest["officers"]
                if o["validTo"] >= manifest["visitsTo"] and o["id"] not in stands_back
            ]
            able.sort(key=lambda o: (sm3("yzt-draw/1|officer|%s|%s|%s" % (seed, key, o)), o))
            groups.append({"key": key, "objects": members, "officers": able[:2]})
    return None, {"seed": seed, "selected": drawn, "groups": groups}


def main():
    for line in sys.stdin:
        file = json.loads(line)
        wrong, result = expected(file)
        if wrong is None:
            wrong = next((part for part in ("seed", "selected", "groups") if result[part] != file["result"][part]), "ok")
        print(wrong)


main()

"""Runs every case of the matrix and prints one line of JSON for each: {"case", "ok", "detail"}.

python3 main.py --stubs DIR --target 127.0.0.1:PORT --web http://127.0.0.1:PORT [--contracts FILE --probe DIR]
"""
import argparse
import json
import sys
import traceback


def main():
    parser = argparse.ArgumentParser()
    for name in ("stubs", "target", "web", "contracts", "probe"):
        parser.add_argument("--" + name)
    arguments = parser.parse_args()

    from client import Context

    with Context(arguments.stubs, arguments.target, arguments.web) as context:
        import calls
        import load
        import services
        import web

        for module in (calls, load, services, web):
            for name, run in module.CASES.items():
                try:
                    line = {"case": name, "ok": True, "detail": run(context) or ""}
                except Exception:
                    line = {"case": name, "ok": False, "detail": traceback.format_exc()}
                sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()

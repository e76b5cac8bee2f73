"""Runs the shell steps of action.yml and of the website's CI examples over a site, in plain bash.

    python Tests/Setup/run_ci_steps.py DOCGEN

What other people's actions do (checking out, uploading) is not run; that the paths they are given
exist afterwards is checked.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
GUIDES = ROOT / "website/docs/guides"


def site(folder, page="# Start\n"):
    (folder / "docs").mkdir(parents=True)
    (folder / "docgen.yml").write_text("title: Plants\n")
    (folder / "docs/index.md").write_text(page)
    for words in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "Start"]):
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", *words],
            cwd=folder, check=True)


def run(script, folder, docgen, variables=None):
    path = f"{docgen.parent}:{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script], cwd=folder, text=True,
        capture_output=True, env=os.environ | {"PATH": path} | (variables or {}))


def filled(text, values):
    """`${{ inputs.site }}` as GitHub writes it."""
    return re.sub(r"\$\{\{\s*([\w.-]+)\s*\}\}", lambda found: values[found[1]], text)


def run_action(docgen, folder, **given):
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    values = {f"inputs.{k}": str(v["default"]) for k, v in action["inputs"].items()}
    values |= {f"inputs.{k.replace('_', '-')}": v for k, v in given.items()}
    outputs = folder / "outputs.txt"
    outputs.touch()
    printed = ""
    for step in action["runs"]["steps"]:
        if "run" not in step:
            path = folder / filled(step["with"]["path"], values)
            assert (path / "index.html").is_file(), f"{path} is uploaded and has no site"
            continue
        assert step["shell"] == "bash", "a composite step names its shell"
        assert "${{" not in step["run"], "inputs reach the shell as variables, not as text"
        variables = {k: filled(v, values) for k, v in step.get("env", {}).items()}
        done = run(step["run"], folder, docgen, variables | {"GITHUB_OUTPUT": str(outputs)})
        printed += done.stdout + done.stderr
        if done.returncode:
            return done.returncode, printed
    assert outputs.read_text() == f"site={values['inputs.output']}\n"
    return 0, printed


def test_action(docgen, scratch):
    site(scratch / "fine")
    code, printed = run_action(docgen, scratch / "fine")
    assert code == 0, printed
    assert "ok       configuration" in printed, printed

    site(scratch / "below/docs-site")
    code, printed = run_action(
        docgen, scratch / "below", site="docs-site", output="out", base_url="/plants/")
    assert code == 0, printed
    assert 'href="/plants/' in (scratch / "below/out/index.html").read_text()

    site(scratch / "broken", "# Start\n\n[Gone](#gone)\n")
    code, printed = run_action(docgen, scratch / "broken")
    assert code == 1, printed
    assert "::error file=docs/index.md,line=3,col=" in printed, printed
    code, printed = run_action(docgen, scratch / "broken", strict="false", output="again")
    assert code == 0, printed
    assert "::warning file=docs/index.md,line=3" in printed, printed

    elsewhere = scratch / "nothing"
    elsewhere.mkdir()
    (elsewhere / "bin").mkdir()
    code, printed = run_action(elsewhere / "bin/docgen", scratch / "fine")
    if not shutil.which("docgen"):
        assert code == 2 and "::error::docgen is not in the PATH" in printed, printed


def fences(page, language):
    """The fences of a page in a language, with their titles."""
    pattern = rf"^```{language}(?: +title=\"([^\"]+)\")?[^\n]*\n(.*?)^```$"
    return re.findall(pattern, page.read_text(), re.MULTILINE | re.DOTALL)


def scripts(document):
    """The shell scripts of a GitHub workflow or a GitLab pipeline, and what they leave to publish."""
    for name, job in document.items() if "jobs" not in document else document["jobs"].items():
        if not isinstance(job, dict):
            continue
        if "script" in job:
            yield "\n".join(job["script"]), job.get("artifacts", {}).get("paths", [])
        steps = job.get("steps", [])
        lines = [step["run"] for step in steps if "run" in step]
        paths = [
            step["with"]["path"] for step in steps
            if "path" in step.get("with", {}) and "upload" in step.get("uses", "")
        ]
        if lines:
            yield "\n".join(lines), paths


def test_examples(docgen, scratch):
    count = 0
    for page in (GUIDES / "continuous-integration.md", GUIDES / "hosting.md"):
        for title, text in fences(page, "yaml"):
            if not title.endswith((".yml", ".yaml")) or title == "docgen.yml":
                continue
            document = yaml.safe_load(text)
            for script, paths in scripts(document):
                count += 1
                folder = scratch / f"example-{count}"
                site(folder)
                done = run(script, folder, docgen, {"CI": "true"})
                assert done.returncode == 0, f"{page.name}, {title}:\n{done.stdout}{done.stderr}"
                for path in paths:
                    assert (folder / path / "index.html").is_file(), f"{page.name}: no site in {path}"
            uses = re.findall(r"uses: (\S+)", text)
            for name in uses:
                assert "@" in name, f"{page.name}: {name} has no version"
    assert count >= 3, f"only {count} examples were found"
    return count


def main():
    docgen = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="docgen-ci-") as scratch:
        scratch = pathlib.Path(scratch).resolve()
        test_action(docgen, scratch)
        count = test_examples(docgen, scratch)
    for name in ("compose.yml", "action.yml"):
        yaml.safe_load((ROOT / name).read_text())
    print(f"The action's steps and {count} examples ran in a plain shell.")


main()

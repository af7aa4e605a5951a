"""What of a locales folder nothing reads, so that whoever writes it works in vain."""

from collections.abc import Iterator
from pathlib import Path

from assistant.content.syntax import read_tree
from assistant.errors import Fault, told
from assistant.model.policy import Library
from assistant.suggest import guess, near
from assistant.workbench.catalogues.domains import catalogues, templates
from assistant.workbench.catalogues.locales import Locales


def unused(library: Library, folder: Path, package: Path) -> list[Fault]:
    """
    Files of a locales folder that nothing reads, such as those of a policy that is gone: whoever translates them works
    in vain; and policies that a language leaves for later and that are none. Raises `ContentError`.
    """
    locales = Locales(folder)
    of = templates(library, locales, package)
    used = {locales.path(language.id, template.domain) for template, language in catalogues(of, locales)}
    used |= {locales.template_path(template.domain) for template in of}
    found = [*_strange_policies(library, locales)]
    for path in sorted({*folder.glob("*/*.po"), *folder.glob("*/*.pot")} - used):
        names = {one.name for one in used if one.suffix == path.suffix} - {path.name}
        wrong = told("nothing is translated with this file: no policy is called so, or it is written in this language")
        mend = told("delete it; if the policy was renamed, rename it too, and run `policy-assistant i18n sync`")
        found.append(Fault(str(path), 1, 1, "", wrong, guess(path.name, names) or mend))
    return found


def _strange_policies(library: Library, locales: Locales) -> Iterator[Fault]:
    for language in locales.known.values():
        path = locales.folder / language.id / "language.yaml"
        for at, name in enumerate(language.without):
            if name not in library.policies:
                node = read_tree(path, str(path)).find(("without", at))
                mend = near(name, library.policies, told("write the name of its folder"))
                wrong = told("no policy is called '{name}'", name=name)
                yield Fault(str(path), node.line, node.column, f"without.{at + 1}", wrong, mend)

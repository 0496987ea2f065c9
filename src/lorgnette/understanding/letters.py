"""English letters to sounds: good enough to tell «rose» and «roast» from «rose» and «rice».

A sound is a character: consonants `p b t d k g f v T(hin) D(en) s z S(he) Z(measure) C(hin) J(am)
m n N(thing) l r w y h`, vowels `i`(see) `I`(sit) `e`(set) `a`(cat) `V`(cut) `A`(hot) `O`(law)
`U`(put) `u`(too) `E`(day) `Y`(my) `o`(go) `W`(now) `Q`(boy) `R`(bird) `@`(about). Both the words
that were heard and those that were meant pass through the same rules, so a rule that is wrong
is often wrong on both sides and does no harm.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources


@cache
def irregular() -> Mapping[str, str]:
    """Words that the rules get wrong, and that are said to glasses."""
    text = resources.files("lorgnette.understanding").joinpath("irregular.txt").read_text("utf-8")
    return dict(line.split(" ", 1) for line in text.splitlines())


_LONG = "(?=(?:[bdfgklmnpstvz]|ch|th|sh|c)e(?:s|d|r|rs)?$)"
"""One consonant and a final e make the vowel before them long."""

RULES = (
    # silent and joined consonants
    (r"^kn|^gn|^pn", "n"), (r"^wr", "r"), (r"^ps", "s"), (r"^wh(?=o)", "h"), (r"wh", "w"),
    (r"mb$", "m"), (r"mn$", "m"), (r"stle", "s@l"), (r"tch", "C"), (r"dge?", "J"),
    (r"ssion|tion|cian|ssian", "S@n"), (r"sion", "Z@n"), (r"cial|tial", "S@l"),
    (r"cious|tious", "S@s"), (r"ture$", "CR"), (r"tures$", "CRz"), (r"sure$", "ZR"),
    # vowels with gh
    (r"eigh", "E"), (r"aigh", "E"), (r"igh", "Y"), (r"augh", "O"), (r"ought", "Ot"),
    (r"ough$", "Vf"), (r"ough", "o"), (r"gh(?=[aeiou])", "g"), (r"gh", ""),
    # consonants written with two letters
    (r"sch", "sk"), (r"chr", "kr"), (r"ch", "C"), (r"sh", "S"), (r"th(?=er|e$|is|at|ey)", "D"),
    (r"th", "T"), (r"ph", "f"), (r"ck", "k"), (r"qu", "kw"), (r"que$", "k"), (r"q", "k"),
    (r"ng(?=[lr]|er)", "Ng"), (r"ng", "N"), (r"n(?=[kx])", "N"), (r"sc(?=[eiy])", "s"),
    (r"cc(?=[eiy])", "ks"), (r"c(?=[eiy])", "s"), (r"cc|c", "k"), (r"gg", "g"),
    (r"g(?=[iey])(?!i[lrv])", "J"), (r"g", "g"), (r"^x", "z"), (r"x", "ks"), (r"zz", "z"),
    # endings
    (r"(?<=[td])ed$", "Id"), (r"(?<=[pkfsxSC])ed$", "t"), (r"(?<=[a-z][^aeiou])ed$", "d"),
    (r"(?<=[sxz])es$", "Iz"), (r"(?<=ch)es$|(?<=sh)es$|(?<=[cg])es$", "Iz"),
    (r"(?<=[aeiou])s(?=es?$)", "z"), (r"(?<=[a-z])le$", "@l"),
    (r"(?<=[a-z])les$", "@lz"), (r"(?<=[bdgvmnlrw])s$", "z"),
    (r"(?<=[aeiouy][bdfgklmnprstvz])es$", "z"), (r"ies$", "iz"), (r"ied$", "id"),
    (r"(?<=[a-z][a-z])e$", ""), (r"(?<=[^aeiou])y$", "i"), (r"ing$", "IN"), (r"ings$", "INz"),
    (r"ous$", "@s"), (r"age$", "IJ"), (r"ine$", "in"), (r"ey$", "i"), (r"ie$", "i"),
    # vowels and r
    (r"air|are$|ear(?=$)", "er"), (r"eer|ere$|ier", "Ir"), (r"ear|er|ir|ur|yr", "R"),
    (r"oor|our|oar|ore|or", "Or"), (r"ar", "Ar"),
    # long vowels
    (r"ai|ay|ei|ey", "E"), (r"eau", "o"), (r"au|aw", "O"), (r"ea|ee", "i"), (r"eu|ew", "u"),
    (r"oa|oe$|oes$", "o"), (r"oi|oy", "Q"), (r"oo", "u"), (r"ou|ow(?=[nld])", "W"),
    (r"ow$", "o"), (r"ow", "W"), (r"ue|ui", "u"), (r"ie", "i"), (r"uy", "Y"),
    (rf"a{_LONG}", "E"), (rf"e{_LONG}", "i"), (rf"i{_LONG}|y{_LONG}", "Y"), (rf"o{_LONG}", "o"),
    (rf"u{_LONG}", "u"), (r"ol(?=[dt])", "ol"), (r"^y|y(?=[aeou])", "y"), (r"^.y$", "Y"),
    # short ones
    (r"al(?=[kl])", "Ol"), (r"(?<=w)a", "A"), (r"a$", "@"), (r"a", "a"), (r"e", "e"), (r"i", "I"),
    (r"o$", "o"), (r"o", "A"), (r"u", "V"), (r"y", "I"),
    # the rest sound like themselves, once
    (r"(?P<same>[bdfhjklmnprstvwz])(?P=same)*", ""),
)  # fmt: skip

SCANNER = re.compile("|".join(f"(?P<r{index}>{rule})" for index, (rule, _) in enumerate(RULES)))

LAST_RULE = f"r{len(RULES) - 1}"


@lru_cache(maxsize=8192)
def sounds(word: str) -> str:
    """How a word sounds, one character a sound."""
    if known := irregular().get(word):
        return known
    plain = re.sub(r"[^a-z]", "", word[:32])
    return "".join(map(sound, SCANNER.finditer(plain)))


def sound(match: re.Match[str]) -> str:
    """The sounds of one piece of a word."""
    if match.lastgroup == LAST_RULE or match.lastgroup is None:
        return match[0][0].replace("j", "J")
    return RULES[int(match.lastgroup[1:])][1]

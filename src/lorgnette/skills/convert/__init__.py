"""From one unit into another: lengths, weights, temperatures, … but not money."""

from decimal import Decimal

from lorgnette.core.errors import NotUnderstood
from lorgnette.core.slots import Quantity, Unit, convert
from lorgnette.skills import Reply, Skill, Turn

skill = Skill("convert")

INCH = Unit("inch", "length")


def comparable(unit: Unit, quantity: Quantity | None = None, source: Unit | None = None) -> bool:
    """Whether something can be converted into a unit."""
    one = quantity.unit if quantity else source
    return one is None or one.dimension == unit.dimension


@skill.action(
    "how many {unit} [is|are|are there] [in] {quantity}",
    "how many {unit} (make|make up|go into|fit in|fit into|are equal to|equal) {quantity}",
    "how many {unit} (does|do) {quantity} (have|make|equal)",
    "(convert|change|turn|express) {quantity} (to|into|in) {unit}",
    "(what's|what is|what are|how much is|how much are) {quantity} (in|to|into) {unit}",
    "how (far|long|big|heavy|hot|cold|warm|fast|tall) is {quantity} in {unit}",
    "{quantity} (in|to|into|as) {unit}",
    "{quantity} (is|are|equals|makes) (how many|what in) {unit}",
    "(give|tell|show) me {quantity} (in|as) {unit}",
    plausible=comparable,
)
async def convert_quantity(turn: Turn, quantity: Quantity, unit: Unit) -> Reply:
    """Convert a quantity into another unit."""
    try:
        exact = convert(quantity, unit)
    except NotUnderstood:
        shown = turn.show(quantity), turn.show(unit)
        return Reply(say=turn.message("incompatible", quantity=shown[0], unit=shown[1]))
    return tell(turn, quantity, exact)


@skill.action(
    "how (do|can) (I|you) (convert|change|turn|get from) {source} (to|into) {unit}",
    "(convert|change|give me|show me) {source} (to|into|in) {unit}",
    "how many {unit} (is|are|are in|are there in|is in|in|to|per) [the] {source}",
    "(what's|what is) the (conversion|difference) (from|of|between) {source} (to|into|and) {unit}",
    plausible=comparable,
)
async def convert_unit(turn: Turn, source: Unit, unit: Unit) -> Reply:
    """Tell what one of a unit is in another one."""
    return await convert_quantity(turn, Quantity(Decimal(1), source), unit)


def tell(turn: Turn, quantity: Quantity, exact: Quantity) -> Reply:
    """Say the result with four significant digits, and whether it was rounded."""
    result = exact.rounded()
    is_exact = result.amount == exact.amount
    shown = feet_and_inches(turn, result)
    source = feet_and_inches(turn, quantity)
    say = turn.message("is" if is_exact else "is-about", quantity=source, result=shown)
    return Reply(say=say, title=shown if is_exact else f"≈ {shown}", body=source)


def feet_and_inches(turn: Turn, quantity: Quantity) -> str:
    """The quantity as people say it: `5 feet 10 inches` rather than 5.833 feet."""
    if quantity.unit.name != "foot" or not 0 < quantity.amount < 100:
        return str(turn.show(quantity.rounded()))
    feet, inches = divmod(round(quantity.amount * 12), 12)
    if not feet or quantity.amount == feet:
        return str(turn.show(quantity))
    parts = (Quantity(Decimal(feet), quantity.unit), Quantity(Decimal(inches), INCH))
    return " ".join(turn.show(part) for part in parts if part.amount)

"""Tables of other domains, as far as a class is shown with them; their own row policies hold."""

from sqlalchemy import column, table

PERSON = table("person", column("id"), column("full_name"), column("sort_key"), schema="people")

TEACHER = PERSON.alias("teacher")

ORDER = table("customer_order", column("id"), column("number"), schema="sales")

ORDER_LINE = table(
    "order_line", column("booking_id"), column("order_id"), column("amount_minor"), schema="sales"
)

PAYMENT = table("payment", column("order_id"), column("amount_minor"), schema="sales")

SIGNATURE = table(
    "signature", column("id"), column("person_id"), column("recorded_at"), column("station"), schema="waivers"
)

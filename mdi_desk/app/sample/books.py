"""What the triggers and functions would have written on the day: the audit log, and the operations with their
answers.
"""

from typing import Any

import psycopg

Connection = psycopg.Connection[tuple[Any, ...]]

# kind -> operation, account, station, moment and answer
_OPERATIONS = {
    "training.check_in": """
        SELECT c.op_id, c.account_id, c.station, c.occurred_at, jsonb_build_object(
            'result', 'checked_in', 'at', c.occurred_at, 'by', p.full_name, 'station', c.station,
            'attendance', c.attendance, 'booking_id', c.booking_id, 'class_id', c.class_id)
        FROM training.check_in c
        JOIN admin.account a ON a.id = c.account_id JOIN people.person p ON p.id = a.person_id""",
    "training.mark": """
        SELECT m.op_id, m.account_id, m.station, m.occurred_at, jsonb_build_object(
            'result', 'marked', 'booking_id', m.booking_id, 'attendance', m.mark)
        FROM training.attendance_mark m""",
    "waivers.sign": """
        SELECT s.op_id, s.witness_id, s.station, s.signed_at, jsonb_build_object(
            'signature_id', s.id, 'valid_until', s.valid_until, 'state', 'valid')
        FROM waivers.signature s""",
    "sales.pay": """
        SELECT p.op_id, p.taken_by, p.station, p.taken_at, jsonb_build_object(
            'payment_id', p.id, 'order_id', p.order_id, 'due_minor', 0)
        FROM sales.payment p""",
}

# table -> when, which account, where, which operation, and the columns that stay secret
_STORY: dict[str, tuple[str, str, str, str, str]] = {
    "people.person": ("created_at", "clerk", "", "", "id_number_sealed id_number_index"),
    "people.address": ("created_at", "clerk", "", "", ""),
    "people.guardianship": ("created_at", "r.created_by", "", "", ""),
    "waivers.signature": ("signed_at", "r.witness_id", "station", "op_id", "ink_sealed ink_path waiver_text"),
    "training.course": ("created_at", "manager", "", "", ""),
    "training.instructor": ("created_at", "manager", "", "", ""),
    "training.class": ("created_at", "manager", "", "", ""),
    "training.booking": ("booked_at", "r.booked_by", "", "", ""),
    "training.check_in": ("recorded_at", "r.account_id", "station", "op_id", ""),
    "training.attendance_mark": ("recorded_at", "r.account_id", "station", "op_id", ""),
    "sales.customer_order": ("ordered_at", "r.ordered_by", "", "op_id", ""),
    "sales.payment": ("taken_at", "r.taken_by", "station", "op_id", ""),
    "admin.account": ("created_at", "admin", "", "", ""),
    "admin.setting": ("created_at", "admin", "", "", ""),
}


def write_operations(conn: Connection) -> None:
    """core.operation: the calls behind check-ins, marks, signatures and payments."""
    for kind, query in _OPERATIONS.items():
        conn.execute(
            f"""
            INSERT INTO core.operation (op_id, kind, login, performed_by, uploaded_by, station, request_hash,
            result,
                                        occurred_at, recorded_at)
            SELECT o.op_id, %s, a.login, a.id, a.id, o.station, sha256(convert_to(o.op_id::text, 'UTF8')),
            o.answer,
                   o.at, o.at
            FROM ({query}) AS o (op_id, account, station, at, answer) JOIN admin.account a ON a.id = o.account
            """.encode(),
            [kind],
        )


def write_audit(conn: Connection) -> None:
    """admin.audit_log: how every row came about, in the name of whoever made it."""
    for table, (moment, account, station, op, secrets) in _STORY.items():
        values = "to_jsonb(r)"
        for column in secrets.split():
            hidden = f"jsonb_set({values}, '{{{column}}}', '\"(secret)\"')"
            values = f"CASE WHEN r.{column} IS NULL THEN {values} ELSE {hidden} END"
        # Whose job it was, where the row does not say who did it.
        who = account if account.startswith("r.") else f"(SELECT id FROM one WHERE job = '{_JOBS[account]}')"
        place = (
            f"CASE WHEN r.{station} <> '' THEN jsonb_build_object('station', r.{station}) END"
            if station
            else "NULL"
        )
        conn.execute(
            f"""
            WITH one AS (
                SELECT DISTINCT ON (job) job, a.id FROM admin.account a, unnest(a.jobs) AS job ORDER BY job,
                a.login)
            INSERT INTO admin.audit_log (at, created_at, login, actor_person_id, action, resource_type,
            resource_id,
                                         new_values, metadata, op_id)
            SELECT r.{moment}, r.{moment}, a.login, a.person_id, 'insert', '{table}', r.id, {values}, {place},
                   {f"r.{op}" if op else "NULL"}
            FROM {table} r JOIN admin.account a ON a.id = {who}
            """.encode()
        )


_JOBS = {"clerk": "frontdesk", "manager": "manager", "admin": "admin"}

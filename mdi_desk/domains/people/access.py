"""Who may do what with people. The database's grants say the same; tests/conformance proves it."""

from mdi_desk.kernel.access import permission

SEARCH = permission("people.search", "frontdesk", "manager", "auditor")
READ = permission("people.read", "frontdesk", "manager", "auditor")
EDIT = permission("people.edit", "frontdesk", "manager")
BIRTH_DATE_SET = permission("people.birth_date_set", "frontdesk", "manager")
BIRTH_DATE_CHANGE = permission("people.birth_date_change", "manager")
GUARDIAN_END = permission("people.guardian_end", "manager")
HISTORY = permission("people.history", "manager", "auditor")

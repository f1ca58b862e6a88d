"""Who may do what with waivers. The database's grants say the same."""

from mdi_desk.kernel.access import permission

SIGN = permission("waivers.sign", "frontdesk", "manager", "instructor")
READ = permission("waivers.read", "frontdesk", "manager", "auditor")
REVOKE = permission("waivers.revoke", "manager")

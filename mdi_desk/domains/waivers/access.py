"""Who may do what with waivers. The database's grants say the same."""

from mdi_desk.kernel.access import permission

SIGN = permission("waivers.sign", "frontdesk", "manager", "instructor")
TEXT = permission("waivers.text", "frontdesk", "manager", "instructor", "auditor")
STATE = permission("waivers.state", "frontdesk", "manager", "instructor", "auditor")
READ = permission("waivers.read", "frontdesk", "manager", "auditor")
REVOKE = permission("waivers.revoke", "manager")
PUBLISH = permission("waivers.publish", "manager")

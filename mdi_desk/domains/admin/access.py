"""Who may do what with accounts, settings and the audit. The database's grants say the same."""

from mdi_desk.kernel.access import JOBS, permission

ACCOUNTS_READ = permission("admin.accounts_read", "admin", "auditor")
ACCOUNTS = permission("admin.accounts", "admin")
AUDIT = permission("admin.audit", "manager", "auditor")
SETTINGS_READ = permission("admin.settings_read", "admin")
OWN_PASSWORD = permission("admin.own_password", *JOBS)

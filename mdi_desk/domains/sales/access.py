"""Who may do what with orders and payments. The database's grants say the same."""

from mdi_desk.kernel.access import permission

READ = permission("sales.read", "frontdesk", "manager", "auditor")
PAY = permission("sales.pay", "frontdesk", "manager")

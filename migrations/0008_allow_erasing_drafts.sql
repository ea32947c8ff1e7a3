-- A draft is private paper and may be erased (Decree art. 4.3.d: what the portal may not collect must not stay).
-- A recorded system cannot be: its events and dossier versions refer to it, and nobody may delete those.
grant delete on system, attachment to saola_app;

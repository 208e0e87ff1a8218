-- A channel may be handed to another member.
GRANT UPDATE (user_id) ON channels TO kolibra_app;

-- A number typed for an account goes with the account when its person is erased.
GRANT DELETE ON brand_days TO kolibra_app;

-- A clock whose rule no longer holds for the answers (another law's duty unticked) does not run on.

grant delete on casefile_clock to saola_app;

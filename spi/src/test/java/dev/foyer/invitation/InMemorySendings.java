package dev.foyer.invitation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What was sent lately in a list, for tests of the domain, where nobody races. */
public final class InMemorySendings implements Sendings {

    private final List<Invitation> sent = new ArrayList<>();

    @Override
    public void hold(Collection<? extends Window> windows) {}

    @Override
    public List<Instant> recent(Window window, Instant since, int limit) {
        return sent.stream()
                .filter(invitation -> isIn(window, invitation))
                .map(Invitation::createdAt)
                .filter(at -> at.isAfter(since))
                .sorted(Comparator.reverseOrder())
                .limit(limit)
                .toList();
    }

    @Override
    public void add(Invitation invitation) {
        sent.add(invitation);
    }

    private static boolean isIn(Window window, Invitation invitation) {
        if (window instanceof Window.By by) {
            return !invitation.inviter().staff()
                    && by.userId().equals(invitation.inviter().userId());
        }
        return window instanceof Window.Into into
                ? into.customerId().equals(invitation.customerId())
                : ((Window.To) window).address().equals(invitation.address());
    }
}

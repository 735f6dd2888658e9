package dev.foyer.invitation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Mails in a list, for tests of the domain: none is ever sent. */
public final class InMemoryOutbox implements Outbox {

    private final List<Mail> mails = new ArrayList<>();

    @Override
    public void add(Mail mail, Invitation invitation) {
        mails.add(mail);
    }

    @Override
    public Map<String, Delivery> deliveries(Collection<String> invitationIds) {
        return invitationIds.stream()
                .collect(Collectors.toMap(
                        Function.identity(), id -> new Delivery(Delivery.State.WAITING, 0, null, null)));
    }

    /** What was put into it, in that order. */
    public List<Mail> mails() {
        return List.copyOf(mails);
    }
}

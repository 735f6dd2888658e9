package dev.foyer.invitation.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of FOYER_SENDING_LOCK, which the migration made: whoever counts sendings holds it. */
@Entity
@Table(name = "FOYER_SENDING_LOCK")
public class SendingLockEntity {

    /** How many there are: the more, the more seldom do two wait for each other who count different things. */
    static final int LOCKS = 4096;

    @Id
    @Column(name = "ID")
    private int id;

    protected SendingLockEntity() {}

    int id() {
        return id;
    }
}

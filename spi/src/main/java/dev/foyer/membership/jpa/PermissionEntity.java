package dev.foyer.membership.jpa;

import dev.foyer.membership.Permission;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A row of FOYER_PERMISSION: a permission that a realm added to the built-in ones. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that only queries read
@Table(name = "FOYER_PERMISSION")
@IdClass(PermissionEntity.Key.class)
public class PermissionEntity {

    @Id
    @Column(name = "REALM_ID")
    private String realmId;

    @Id
    @Column(name = "PERMISSION")
    private String permission;

    @SuppressWarnings("NullAway.Init")
    protected PermissionEntity() {}

    PermissionEntity(String realmId, String permission) {
        this.realmId = realmId;
        this.permission = permission;
    }

    Permission toPermission() {
        return new Permission(permission);
    }

    /** The primary key. */
    public record Key(String realmId, String permission) implements Serializable {}
}

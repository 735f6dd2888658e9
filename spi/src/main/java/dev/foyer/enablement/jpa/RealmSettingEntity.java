package dev.foyer.enablement.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A row of FOYER_REALM_SETTING: one thing that a realm has set. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that only queries read
@Table(name = "FOYER_REALM_SETTING")
@IdClass(RealmSettingEntity.Key.class)
public class RealmSettingEntity {

    @Id
    @Column(name = "REALM_ID")
    private String realmId;

    @Id
    @Column(name = "NAME")
    private String name;

    @Column(name = "SETTING")
    private String setting;

    @SuppressWarnings("NullAway.Init")
    protected RealmSettingEntity() {}

    RealmSettingEntity(String realmId, String name, String setting) {
        this.realmId = realmId;
        this.name = name;
        this.setting = setting;
    }

    String name() {
        return name;
    }

    String setting() {
        return setting;
    }

    void set(String newSetting) {
        setting = newSetting;
    }

    /** The primary key. */
    public record Key(String realmId, String name) implements Serializable {}
}

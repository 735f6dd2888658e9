package dev.foyer.enablement.jpa;

import dev.foyer.enablement.StoredSettings;
import dev.foyer.persistence.Constraints;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@link StoredSettings} in the database. */
public final class JpaStoredSettings implements StoredSettings {

    private final EntityManager entityManager;
    private final String realmId;

    public JpaStoredSettings(EntityManager entityManager, String realmId) {
        this.entityManager = entityManager;
        this.realmId = realmId;
    }

    @Override
    public Map<String, String> read() {
        return settings(rows(LockModeType.NONE));
    }

    @Override
    public Map<String, String> lock() {
        List<RealmSettingEntity> rows = rows(LockModeType.PESSIMISTIC_WRITE);
        // Those that were read before the lock may have changed since.
        rows.forEach(entityManager::refresh);
        return settings(rows);
    }

    @Override
    public void write(Map<String, String> settings) {
        Map<String, String> missing = new HashMap<>(settings);
        for (RealmSettingEntity row : rows(LockModeType.NONE)) {
            String setting = missing.remove(row.name());
            if (setting == null) {
                entityManager.remove(row);
            } else {
                row.set(setting);
            }
        }
        missing.forEach((name, setting) -> entityManager.persist(new RealmSettingEntity(realmId, name, setting)));
        Constraints.flush(entityManager);
    }

    /** Always in one order, in which they are locked as well. */
    private List<RealmSettingEntity> rows(LockModeType lock) {
        return entityManager
                .createQuery(
                        "select s from RealmSettingEntity s where s.realmId = :realm order by s.name",
                        RealmSettingEntity.class)
                .setParameter("realm", realmId)
                .setLockMode(lock)
                .getResultList();
    }

    private static Map<String, String> settings(List<RealmSettingEntity> rows) {
        return rows.stream().collect(Collectors.toMap(RealmSettingEntity::name, RealmSettingEntity::setting));
    }
}

package io.patchbay.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.common.Ids;
import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.KeyRepository.DataKeyRow;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts what is stored of secrets: AES-256-GCM under a data key of the workspace, which the
 * master key wraps. A ciphertext is bound to its place (table, column, row, workspace), so that a
 * copy of it in another place cannot be read.
 */
@Component
public class Vault {

  private static final byte FORMAT = 1;
  private static final int HEADER = 1 + 16;
  private static final int KEY_BYTES = 32;

  private final MasterKey masterKey;
  private final KeyRepository keys;
  private final Ids ids;
  private final SecureRandom random = new SecureRandom();
  private final Cache<UUID, SecretKey> byId = Caffeine.newBuilder().maximumSize(10_000).build();
  private final Cache<WorkspaceId, DataKey> newest =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  Vault(MasterKey masterKey, KeyRepository keys, Ids ids) {
    this.masterKey = masterKey;
    this.keys = keys;
    this.ids = ids;
  }

  /** Encrypts the value of one column of one row; the key's id leads the result. */
  public byte[] encrypt(
      WorkspaceId workspace, String table, String column, UUID row, byte[] plain) {
    var dataKey = newest.get(workspace, this::newestOrNew);
    var place = Place.of(FORMAT, table, column, row, workspace, dataKey.id().toString());
    var sealed = AesGcm.seal(dataKey.key(), place, plain, random);
    return ByteBuffer.allocate(HEADER + sealed.length)
        .put(FORMAT)
        .putLong(dataKey.id().getMostSignificantBits())
        .putLong(dataKey.id().getLeastSignificantBits())
        .put(sealed)
        .array();
  }

  /**
   * Decrypts what {@link #encrypt} made for that very place.
   *
   * @throws VaultException when it was changed, moved, or needs a key that is not there
   */
  public byte[] decrypt(
      WorkspaceId workspace, String table, String column, UUID row, byte[] encrypted) {
    if (encrypted.length < HEADER || encrypted[0] != FORMAT) {
      throw new VaultException("What is stored in %s.%s is no secret".formatted(table, column));
    }
    var buffer = ByteBuffer.wrap(encrypted, 1, encrypted.length - 1);
    var keyId = new UUID(buffer.getLong(), buffer.getLong());
    var sealed = new byte[buffer.remaining()];
    buffer.get(sealed);
    var place = Place.of(FORMAT, table, column, row, workspace, keyId.toString());
    return AesGcm.open(key(workspace, keyId), place, sealed);
  }

  /**
   * A key for a purpose of its own, the same on all nodes; no other key can be told from it.
   *
   * @param algorithm that it is used with, such as {@code HmacSHA256}
   */
  public SecretKey derivedKey(String purpose, String algorithm) {
    return masterKey.derived(purpose, algorithm);
  }

  private SecretKey key(WorkspaceId workspace, UUID id) {
    return byId.get(
        id,
        wanted ->
            keys.dataKey(workspace, wanted)
                .map(row -> unwrap(workspace, row))
                .orElseThrow(() -> new VaultException("A data key of the workspace is missing")));
  }

  private DataKey newestOrNew(WorkspaceId workspace) {
    var row = keys.newestDataKey(workspace).orElseGet(() -> create(workspace));
    return new DataKey(row.id(), unwrap(workspace, row));
  }

  /** Two nodes may each make one at the same time: both stay readable, the newer one is used. */
  private DataKeyRow create(WorkspaceId workspace) {
    var bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    var id = ids.next();
    var wrapped =
        AesGcm.seal(masterKey.key(), wrapPlace(workspace, id, masterKey.id()), bytes, random);
    var row = new DataKeyRow(id, masterKey.id(), new Ciphertext(wrapped));
    keys.insertDataKey(workspace, row);
    return row;
  }

  private SecretKey unwrap(WorkspaceId workspace, DataKeyRow row) {
    if (!row.keyId().equals(masterKey.id())) {
      throw new VaultException("A data key of the workspace needs another master key");
    }
    var place = wrapPlace(workspace, row.id(), row.keyId());
    return new SecretKeySpec(AesGcm.open(masterKey.key(), place, row.wrapped().bytes()), "AES");
  }

  private static byte[] wrapPlace(WorkspaceId workspace, UUID id, String masterKeyId) {
    return Place.of(FORMAT, "data_keys", "wrapped", id, workspace, masterKeyId);
  }

  private record DataKey(UUID id, SecretKey key) {}

  /** A stored secret cannot be read; the message names no secret. */
  public static class VaultException extends RuntimeException {

    VaultException(String message) {
      super(message);
    }
  }
}

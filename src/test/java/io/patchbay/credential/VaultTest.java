package io.patchbay.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.Vault.VaultException;
import io.patchbay.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VaultTest {

  private static final TestDatabase database = TestDatabase.fresh();

  private final CredentialFixture house = new CredentialFixture(database);
  private final Vault vault = house.vault;
  private final WorkspaceId workspace = house.workspace().workspace();
  private final UUID row = house.ids.next();
  private final byte[] plain = "correct horse".getBytes(StandardCharsets.UTF_8);

  @Test
  void givesBackWhatWasEncrypted() {
    var encrypted = vault.encrypt(workspace, "credentials", "secret", row, plain);

    assertThat(vault.decrypt(workspace, "credentials", "secret", row, encrypted)).isEqualTo(plain);
    assertThat(new String(encrypted, StandardCharsets.ISO_8859_1)).doesNotContain("horse");
  }

  @Test
  void encryptsTheSameValueDifferentlyEachTime() {
    assertThat(vault.encrypt(workspace, "credentials", "secret", row, plain))
        .isNotEqualTo(vault.encrypt(workspace, "credentials", "secret", row, plain));
  }

  @Test
  void refusesACiphertextInAnotherPlace() {
    var encrypted = vault.encrypt(workspace, "credentials", "secret", row, plain);
    var otherWorkspace = house.workspace().workspace();
    vault.encrypt(otherWorkspace, "credentials", "secret", row, plain);
    var otherRow = house.ids.next();

    assertUnreadable(() -> vault.decrypt(workspace, "credentials", "secret", otherRow, encrypted));
    assertUnreadable(() -> vault.decrypt(workspace, "credentials", "other", row, encrypted));
    assertUnreadable(() -> vault.decrypt(workspace, "oauth_tokens", "secret", row, encrypted));
    assertUnreadable(() -> vault.decrypt(otherWorkspace, "credentials", "secret", row, encrypted));
  }

  @Test
  void noticesEachFlippedByte() {
    var encrypted = vault.encrypt(workspace, "credentials", "secret", row, plain);

    for (int i = 0; i < encrypted.length; i++) {
      var changed = encrypted.clone();
      changed[i] ^= 1;
      assertUnreadable(() -> vault.decrypt(workspace, "credentials", "secret", row, changed));
    }
  }

  @Test
  void noticesATruncatedCiphertext() {
    var encrypted = vault.encrypt(workspace, "credentials", "secret", row, plain);

    for (int length = 0; length < encrypted.length; length++) {
      var cut = java.util.Arrays.copyOf(encrypted, length);
      assertUnreadable(() -> vault.decrypt(workspace, "credentials", "secret", row, cut));
    }
  }

  @Test
  void needsTheMasterKeyThatItWasMadeWith() {
    var encrypted = vault.encrypt(workspace, "credentials", "secret", row, plain);
    var stranger = new CredentialFixture(database).vault;

    assertUnreadable(() -> stranger.decrypt(workspace, "credentials", "secret", row, encrypted));
  }

  @Test
  void anotherNodeWithTheSameKeyReadsIt() {
    var encrypted = vault.encrypt(workspace, "credentials", "secret", row, plain);
    var otherNode = new CredentialFixture(database, house.masterKey).vault;

    assertThat(otherNode.decrypt(workspace, "credentials", "secret", row, encrypted))
        .isEqualTo(plain);
  }

  private static void assertUnreadable(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable decryption) {
    assertThatThrownBy(decryption).isInstanceOf(VaultException.class);
  }
}

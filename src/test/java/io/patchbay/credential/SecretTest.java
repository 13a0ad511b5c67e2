package io.patchbay.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Json;
import io.patchbay.common.WorkspaceId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretTest {

  private final Secret secret = Secret.of("canary-7f3a");

  @Test
  void isNotPrinted() {
    var credential =
        new Credential(
            new UUID(0, 1),
            new WorkspaceId(new UUID(0, 2)),
            "crm",
            new CredentialSettings.Bearer(),
            Secrets.of("token", secret),
            Set.of(),
            1);

    assertThat(secret.toString()).isEqualTo("••••••");
    assertThat(credential.toString()).doesNotContain("canary");
    assertThat("%s".formatted(Map.of("a", secret))).doesNotContain("canary");
  }

  @Test
  void isNotSerialized() {
    record Holder(String name, Secret secret) {}

    assertThat(Json.write(new Holder("crm", secret))).isEqualTo("{\"name\":\"crm\"}");
    assertThat(Json.write(secret)).doesNotContain("canary");
    assertThat(Json.write(Map.of("a", secret))).doesNotContain("canary");
  }
}

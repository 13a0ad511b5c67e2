package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.api.Customization;
import io.patchbay.credential.Auth;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates the calls that it is patched to with another credential; see {@link
 * Customization.Credential}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CredentialStep(
    String id, @Nullable String name, @Nullable String credential, @Nullable Auth auth)
    implements CustomizationStep {

  @Override
  public String kind() {
    return "credential";
  }

  @Override
  public Customization customization() {
    return new Customization.Credential(name, credential, auth);
  }
}

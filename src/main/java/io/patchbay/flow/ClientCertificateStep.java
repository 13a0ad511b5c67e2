package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.api.Customization;
import org.jspecify.annotations.Nullable;

/**
 * Shows another client certificate in the calls that it is patched to; see {@link
 * Customization.ClientCertificate}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ClientCertificateStep(String id, @Nullable String name, @Nullable String certificate)
    implements CustomizationStep {

  @Override
  public String kind() {
    return "clientCertificate";
  }

  @Override
  public Customization customization() {
    return new Customization.ClientCertificate(name, certificate);
  }
}

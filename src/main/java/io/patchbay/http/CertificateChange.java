package io.patchbay.http;

import io.patchbay.api.Customization;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows another client certificate. */
record CertificateChange(CustomizationPlace place, @Nullable String certificate)
    implements RequestChange {

  static CertificateChange of(CustomizationPlace place, Customization.ClientCertificate node) {
    var name = node.certificate();
    return new CertificateChange(place, name == null || name.isBlank() ? null : name.strip());
  }

  @Override
  public void apply(RequestDraft draft, Map<String, @Nullable Object> scope) {
    if (certificate == null) {
      throw CallRefused.configuration("No certificate is chosen.");
    }
    var call = draft.call();
    call.identity().shows(certificate, place.level().workspace(call.request()), place.origin());
  }
}

package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import io.patchbay.api.ApiEnvironmentService;
import io.patchbay.credential.CertificateService;
import io.patchbay.credential.CredentialService;
import org.jspecify.annotations.Nullable;

/** What the API does otherwise in each environment. */
@org.springframework.stereotype.Component
final class EnvironmentsTab implements ApiTab {

  private final ApiEnvironmentService environments;
  private final CredentialService credentials;
  private final CertificateService certificates;

  EnvironmentsTab(
      ApiEnvironmentService environments,
      CredentialService credentials,
      CertificateService certificates) {
    this.environments = environments;
    this.credentials = credentials;
    this.certificates = certificates;
  }

  @Override
  public String title() {
    return "Environments";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public @Nullable String count(ApiDraft draft) {
    int count = draft.api().environments().size();
    return count == 0 ? null : String.valueOf(count);
  }

  @Override
  public Component create(ApiDraft draft) {
    return new EnvironmentsPage(draft, environments, credentials, certificates);
  }
}

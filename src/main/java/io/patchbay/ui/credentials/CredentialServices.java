package io.patchbay.ui.credentials;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.Instantiator;
import io.patchbay.credential.CertificateService;
import io.patchbay.credential.CertificateUse;
import io.patchbay.credential.CertificateView;
import io.patchbay.credential.CredentialService;
import io.patchbay.http.CredentialTestService;
import io.patchbay.http.Discovery;
import io.patchbay.http.DiscoveryService;
import io.patchbay.http.OAuthConnectService;
import io.patchbay.http.OAuthTokenService;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Visit;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What the pages and dialogs of credentials ask. */
@Component
record CredentialServices(
    CredentialService credentials,
    OAuthTokenService tokens,
    OAuthConnectService connections,
    DiscoveryService discovery,
    CertificateService certificates,
    CredentialTestService tests,
    CredentialUses uses,
    Times times) {

  /** Those of the server, for dialogs that other features open with less at hand. */
  static CredentialServices get() {
    return Instantiator.get(UI.getCurrent()).getOrCreate(CredentialServices.class);
  }

  /** What forms ask for somebody. */
  FormHelp help(Visit visit) {
    return new FormHelp() {
      @Override
      public Discovery discover(String issuer) {
        return discovery.discover(visit.access(), issuer);
      }

      @Override
      public List<String> clientCertificates() {
        return certificates.list(visit.access(), null).stream()
            .filter(certificate -> certificate.use() == CertificateUse.CLIENT)
            .map(CertificateView::name)
            .toList();
      }

      @Override
      public void addCertificate(Consumer<CertificateView> onAdded) {
        CertificateDialog.create(CredentialServices.this, visit, onAdded).open();
      }

      @Override
      public String redirectUri() {
        return connections.redirectUri();
      }
    };
  }
}

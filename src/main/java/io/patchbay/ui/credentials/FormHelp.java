package io.patchbay.ui.credentials;

import io.patchbay.credential.CertificateView;
import io.patchbay.http.Discovery;
import java.util.List;
import java.util.function.Consumer;

/** What a form asks for while it is filled in. */
interface FormHelp {

  /** What an authorization server says of itself; slow, and not for the thread of a page. */
  Discovery discover(String issuer);

  /** The names of the certificates that clients can show. */
  List<String> clientCertificates();

  /** Lets somebody add a certificate, and tells of it. */
  void addCertificate(Consumer<CertificateView> onAdded);

  /** The address to register at providers. */
  String redirectUri();
}

package io.patchbay.ui.credentials;

import io.patchbay.http.Discovery;

/** What a form asks for while it is filled in. */
interface FormHelp {

  /** What an authorization server says of itself; slow, and not for the thread of a page. */
  Discovery discover(String issuer);

  /** The address to register at providers. */
  String redirectUri();
}

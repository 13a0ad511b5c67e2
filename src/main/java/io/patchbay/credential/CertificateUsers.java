package io.patchbay.credential;

import io.patchbay.common.WorkspaceId;
import java.util.List;

/** Knows who refers to certificates; implemented by the packages that do. */
public interface CertificateUsers {

  /** Who refers to the certificate, in order of name. */
  List<CertificateUser> using(WorkspaceId workspace, String certificate);
}

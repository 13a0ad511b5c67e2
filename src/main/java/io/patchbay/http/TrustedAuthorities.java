package io.patchbay.http;

import io.patchbay.common.StartUpRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom TLS trusts: the authorities of the JDK, and those in the operator's files. */
final class TrustedAuthorities {

  private TrustedAuthorities() {}

  /**
   * @param files PEM files, comma-separated; blank for none
   * @throws StartUpRefused when one cannot be read
   */
  static SSLContext context(String files) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, files.isBlank() ? null : managers(files).getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("This Java has no usable TLS", e);
    }
  }

  private static TrustManagerFactory managers(String files)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    var number = 0;
    for (var authority : all(files)) {
      store.setCertificateEntry("authority-" + number++, authority);
    }
    return factory(store);
  }

  private static List<X509Certificate> all(String files) throws GeneralSecurityException {
    var all = new ArrayList<X509Certificate>();
    for (var manager : factory(null).getTrustManagers()) {
      if (manager instanceof X509TrustManager usual) {
        all.addAll(List.of(usual.getAcceptedIssuers()));
      }
    }
    for (var file : files.split(",")) {
      all.addAll(read(Path.of(file.strip())));
    }
    return all;
  }

  private static List<X509Certificate> read(Path file) throws GeneralSecurityException {
    var certificates = CertificateFactory.getInstance("X.509");
    try (var pem = Files.newInputStream(file)) {
      var found =
          certificates.generateCertificates(pem).stream().map(X509Certificate.class::cast).toList();
      if (!found.isEmpty()) {
        return found;
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new StartUpRefused(
          "PATCHBAY_TRUST_CA names %s, which cannot be read: %s.".formatted(file, e.getMessage()),
          e);
    }
    throw new StartUpRefused(
        "PATCHBAY_TRUST_CA names %s, which holds no certificate.".formatted(file));
  }

  private static TrustManagerFactory factory(@Nullable KeyStore store)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }
}

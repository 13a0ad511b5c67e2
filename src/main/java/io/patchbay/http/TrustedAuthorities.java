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
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Whom TLS trusts: the authorities of the JDK, and those in the operator's files. */
final class TrustedAuthorities {

  private final List<X509Certificate> all;
  private final X509ExtendedTrustManager usual;

  private TrustedAuthorities(List<X509Certificate> all) {
    this.all = all;
    this.usual = manager(all);
  }

  /**
   * @param files PEM files, comma-separated; blank for none
   * @throws StartUpRefused when one cannot be read
   */
  static TrustedAuthorities of(String files) {
    var all = new ArrayList<>(Arrays.asList(extended(null).getAcceptedIssuers()));
    for (var file : files.split(",")) {
      if (!file.isBlank()) {
        all.addAll(read(Path.of(file.strip())));
      }
    }
    return new TrustedAuthorities(all);
  }

  /** Trusts all of them. */
  X509ExtendedTrustManager usual() {
    return usual;
  }

  /** Trusts these besides them, or none but these. */
  X509ExtendedTrustManager with(List<X509Certificate> more, boolean onlyThese) {
    if (onlyThese) {
      return manager(more);
    }
    if (more.isEmpty()) {
      return usual;
    }
    var both = new ArrayList<>(all);
    both.addAll(more);
    return manager(both);
  }

  private static X509ExtendedTrustManager manager(List<X509Certificate> authorities) {
    try {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      var number = 0;
      for (var authority : authorities) {
        store.setCertificateEntry("authority-" + number++, authority);
      }
      return extended(store);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("This Java has no usable TLS", e);
    }
  }

  private static List<X509Certificate> read(Path file) {
    try (var pem = Files.newInputStream(file)) {
      var found =
          CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
              .map(X509Certificate.class::cast)
              .toList();
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

  private static X509ExtendedTrustManager extended(@Nullable KeyStore store) {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509ExtendedTrustManager extended) {
          return extended;
        }
      }
      throw new IllegalStateException("This Java has no usable TLS");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no usable TLS", e);
    }
  }
}

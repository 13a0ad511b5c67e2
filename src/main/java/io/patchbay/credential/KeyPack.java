package io.patchbay.credential;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an upload comes to: a key with its chain, or authorities.
 *
 * @param chain the own certificate first, each one signed by the next
 * @param key absent for authorities
 * @param leftOut certificates that belong to nothing of it
 */
record KeyPack(List<X509Certificate> chain, @Nullable PrivateKey key, int leftOut) {

  CertificateUse use() {
    return key == null ? CertificateUse.AUTHORITY : CertificateUse.CLIENT;
  }

  @Override
  public String toString() {
    return use() + " of " + chain.size();
  }
}

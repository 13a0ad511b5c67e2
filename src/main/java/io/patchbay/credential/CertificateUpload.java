package io.patchbay.credential;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody uploads as a certificate: one or several files or texts that belong together.
 *
 * @param files PKCS#12, PEM or DER, each
 * @param password of the files or the key in them; absent when there is none
 * @param use what it is for; absent to go by whether there is a private key
 */
public record CertificateUpload(
    List<byte[]> files, @Nullable Secret password, @Nullable CertificateUse use) {

  public CertificateUpload {
    files = List.copyOf(files);
  }

  /** One file; {@code password} may be empty or absent. */
  public static CertificateUpload of(byte[] file, @Nullable String password) {
    return new CertificateUpload(List.of(file), secret(password), null);
  }

  /** PEM text; {@code password} may be empty or absent. */
  public static CertificateUpload of(String pem, @Nullable String password) {
    return of(pem.getBytes(StandardCharsets.UTF_8), password);
  }

  private static @Nullable Secret secret(@Nullable String password) {
    return password == null || password.isEmpty() ? null : Secret.of(password);
  }
}

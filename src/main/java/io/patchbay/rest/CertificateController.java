package io.patchbay.rest;

import io.patchbay.common.Access;
import io.patchbay.common.InvalidException;
import io.patchbay.credential.CertificateService;
import io.patchbay.credential.CertificateUpload;
import io.patchbay.credential.CertificateUse;
import io.patchbay.credential.CertificateView;
import io.patchbay.credential.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Certificates by name; private keys are taken and never given. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspace}/certificates")
class CertificateController {

  private final CertificateService certificates;

  CertificateController(CertificateService certificates) {
    this.certificates = certificates;
  }

  /**
   * A certificate as a document.
   *
   * @param pem certificates and key, in one text
   * @param key the key, where it is a text of its own
   * @param use {@code client} or {@code authority}; by what is in it when left out
   */
  record CertificateDocument(
      @Nullable String pem, @Nullable String key, @Nullable String password, @Nullable String use) {

    List<byte[]> files() {
      var files = new ArrayList<byte[]>();
      for (var text : new @Nullable String[] {pem, key}) {
        if (text != null && !text.isBlank()) {
          files.add(text.getBytes(StandardCharsets.UTF_8));
        }
      }
      return files;
    }
  }

  @GetMapping
  Page<CertificateView> list(Access access, @RequestParam @Nullable String q) {
    return Page.all(certificates.list(access, q));
  }

  @GetMapping("/{certificate}")
  CertificateView get(Access access, @PathVariable String certificate) {
    return certificates.get(access, certificate);
  }

  @PutMapping("/{certificate}")
  CertificateView put(
      Access access, @PathVariable String certificate, @RequestBody CertificateDocument document) {
    return certificates.put(
        access, certificate, upload(document.files(), document.password(), document.use()));
  }

  @PutMapping(path = "/{certificate}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  CertificateView putFiles(
      Access access,
      @PathVariable String certificate,
      @RequestPart("file") List<MultipartFile> files,
      @RequestParam @Nullable String password,
      @RequestParam @Nullable String use) {
    var contents = files.stream().map(CertificateController::bytes).toList();
    return certificates.put(access, certificate, upload(contents, password, use));
  }

  @DeleteMapping("/{certificate}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Access access, @PathVariable String certificate) {
    certificates.delete(access, certificate);
  }

  private static CertificateUpload upload(
      List<byte[]> files, @Nullable String password, @Nullable String use) {
    return new CertificateUpload(
        files, password == null || password.isEmpty() ? null : Secret.of(password), use(use));
  }

  private static @Nullable CertificateUse use(@Nullable String word) {
    if (word == null || word.isBlank()) {
      return null;
    }
    try {
      return CertificateUse.valueOf(word.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidException("use", "'%s' is neither client nor authority.".formatted(word));
    }
  }

  private static byte[] bytes(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The upload broke off", e);
    }
  }
}

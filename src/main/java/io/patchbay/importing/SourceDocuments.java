package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import io.patchbay.http.DocumentFetcher;
import io.patchbay.http.FetchedDocument;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The further documents of one source: files that came with it, and what it refers to by address
 * where that is allowed. Counts what it reads and stops at the limits.
 */
final class SourceDocuments implements Documents {

  /** Most documents that one source may have fetched besides the main one. */
  static final int MOST_FETCHED = 100;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<SourceFile> files;
  private final @Nullable DocumentFetcher fetcher;
  private final long deadline = System.nanoTime() + PATIENCE.toNanos();
  private final Map<String, SourceFile> fetched = new HashMap<>();
  private final Map<String, InvalidException> refused = new HashMap<>();
  private long bytes;

  /**
   * @param fetcher absent where nothing may be fetched
   */
  SourceDocuments(List<SourceFile> files, @Nullable DocumentFetcher fetcher) {
    this.files = files;
    this.fetcher = fetcher;
    this.bytes = files.stream().mapToLong(file -> file.content().length).sum();
  }

  @Override
  public Optional<SourceFile> find(String from, String reference) {
    var address = resolve(from, reference);
    return address.startsWith("http://") || address.startsWith("https://")
        ? Optional.of(fetch(address))
        : file(address);
  }

  /** The address or relative path that a reference means, without its fragment. */
  private static String resolve(String from, String reference) {
    var plain = withoutFragment(reference).replace('\\', '/');
    try {
      var base = new URI(encoded(from.replace('\\', '/')));
      var target = base.resolve(new URI(encoded(plain))).normalize();
      return target.isAbsolute() ? target.toString() : decoded(target.toString());
    } catch (java.net.URISyntaxException | IllegalArgumentException e) {
      throw new InvalidException("", "'%s' is no address.".formatted(plain));
    }
  }

  private Optional<SourceFile> file(String path) {
    for (var file : files) {
      if (normal(file.name()).equals(path)) {
        return Optional.of(file);
      }
    }
    // Browsers may leave the folders out of the names of files: a name that is there once will do.
    var name = path.substring(path.lastIndexOf('/') + 1);
    var sameName =
        files.stream()
            .filter(file ->
                normal(file.name()).equals(name) || path.endsWith("/" + normal(file.name())))
            .toList();
    return sameName.size() == 1 ? Optional.of(sameName.getFirst()) : Optional.empty();
  }

  private SourceFile fetch(String address) {
    var known = fetched.get(address);
    if (known != null) {
      return known;
    }
    var problem = refused.get(address);
    if (problem != null) {
      throw problem;
    }
    try {
      var file = read(address);
      fetched.put(address, file);
      return file;
    } catch (InvalidException e) {
      refused.put(address, e);
      throw e;
    }
  }

  private SourceFile read(String address) {
    if (fetcher == null) {
      throw new InvalidException(
          "",
          "other addresses are only read where that is allowed. Allow it, or import that document"
              + " along with this one.");
    }
    var left = Duration.ofNanos(deadline - System.nanoTime());
    if (fetched.size() + refused.size() >= MOST_FETCHED || !left.isPositive()) {
      throw new InvalidException(
          "",
          "at most %d other documents are read, in %d seconds. Bundle the description into one file."
              .formatted(MOST_FETCHED, PATIENCE.toSeconds()));
    }
    FetchedDocument document = fetcher.fetch(address, null, left);
    bytes += document.content().length;
    if (bytes > ImportRequest.MAX_BYTES) {
      throw new InvalidException(
          "",
          "all documents together are larger than %d MiB."
              .formatted(ImportRequest.MAX_BYTES / 1024 / 1024));
    }
    return new SourceFile(document.url(), document.content());
  }

  private static String withoutFragment(String reference) {
    int hash = reference.indexOf('#');
    return hash < 0 ? reference : reference.substring(0, hash);
  }

  private static String encoded(String path) {
    return path.replace(" ", "%20");
  }

  private static String decoded(String path) {
    return path.replace("%20", " ");
  }

  private static String normal(String name) {
    var plain = name.replace('\\', '/');
    return decoded(
        URI.create(encoded(plain).replaceAll("[^A-Za-z0-9._~%!$&'()*+,;=:@/-]", "_"))
            .normalize()
            .toString());
  }
}

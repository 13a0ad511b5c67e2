package io.patchbay.importing;

import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.http.DocumentFetcher;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out what a source is and has it read. Keeps nothing. */
@Component
class ImportReading {

  /** A large description takes some hundred MB while it is read; a few at once, not many. */
  private static final int AT_ONCE = 2;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final List<SourceReader> readers;
  private final DocumentFetcher fetcher;

  ImportReading(List<SourceReader> readers, DocumentFetcher fetcher) {
    this.readers = readers.stream().sorted(Comparator.comparing(SourceReader::format)).toList();
    this.fetcher = fetcher;
  }

  /**
   * What was read.
   *
   * @param etag of what the address answered; absent when there is none
   */
  record Read(ImportResult result, @Nullable String etag) {}

  /**
   * Reads a source.
   *
   * @throws InvalidException when nothing can be made of it
   */
  Read read(ImportRequest request) {
    return read(request, null).orElseThrow();
  }

  /**
   * Reads a source unless it is still the one that the etag stands for.
   *
   * @return nothing when it is
   */
  Optional<Read> read(ImportRequest request, @Nullable String etag) {
    requireOneSource(request);
    if (request.url() == null) {
      var files = files(request);
      return Optional.of(new Read(readFiles(request, files), null));
    }
    var document = fetcher.fetch(request.url(), etag, DocumentFetcher.PATIENCE);
    if (document.unchanged()) {
      return Optional.empty();
    }
    var main = new SourceFile(withoutQuery(document.url()), document.content());
    return Optional.of(new Read(readFiles(request, List.of(main)), document.etag()));
  }

  private ImportResult readFiles(ImportRequest request, List<SourceFile> files) {
    try {
      if (!places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ConflictException("Other sources are being read; try again in a minute.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConflictException("Reading was broken off.");
    }
    try {
      return readInTurn(request, files);
    } finally {
      places.release();
    }
  }

  private ImportResult readInTurn(ImportRequest request, List<SourceFile> files) {
    var others = new SourceDocuments(files, request.allowExternal() ? fetcher : null);
    InvalidException unknown = null;
    for (var file : files) {
      var source = SourceText.of(file);
      var reader = reader(request.format(), source);
      if (reader.isPresent()) {
        return reader.get().read(source, others);
      }
      if (unknown == null) {
        unknown = new InvalidException(file.name(), UnknownSource.sentence(source));
      }
    }
    throw Objects.requireNonNull(unknown);
  }

  private Optional<SourceReader> reader(Format format, SourceText source) {
    return readers.stream()
        .filter(
            reader -> format == Format.AUTO ? reader.recognises(source) : reader.format() == format)
        .findFirst();
  }

  private static List<SourceFile> files(ImportRequest request) {
    if (request.files().isEmpty()) {
      var content = Objects.requireNonNull(request.content());
      return List.of(new SourceFile("content", content.getBytes(StandardCharsets.UTF_8)));
    }
    long bytes = request.files().stream().mapToLong(file -> file.content().length).sum();
    if (bytes > ImportRequest.MAX_BYTES) {
      throw new InvalidException(
          "file",
          "The files have %,d bytes together; at most %d MiB are read."
              .formatted(bytes, ImportRequest.MAX_BYTES / 1024 / 1024));
    }
    return request.files();
  }

  private static void requireOneSource(ImportRequest request) {
    int given =
        (request.files().isEmpty() ? 0 : 1)
            + (request.url() == null ? 0 : 1)
            + (request.content() == null ? 0 : 1);
    if (given != 1) {
      throw new InvalidException(
          "", "Give one of these: files, an address (url), or the text itself (content).");
    }
  }

  private static String withoutQuery(String url) {
    var uri = URI.create(url);
    int query = url.indexOf('?');
    return uri.getRawQuery() == null ? url : url.substring(0, query);
  }
}

package io.patchbay.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to import: files, an address or pasted text.
 *
 * @param format AUTO finds out
 * @param files the main one first; others are there to be referred to
 * @param url where to read it, through the egress guard
 * @param content pasted
 * @param allowExternal whether documents that it refers to may be fetched too, through the egress
 *     guard
 */
public record ImportRequest(
    Format format,
    List<SourceFile> files,
    @Nullable String url,
    @Nullable String content,
    boolean allowExternal) {

  /** Greatest size of all files together, in bytes. */
  public static final int MAX_BYTES = 32 * 1024 * 1024;

  public ImportRequest {
    files = List.copyOf(files);
  }

  public static ImportRequest ofFile(String name, byte[] content) {
    return new ImportRequest(
        Format.AUTO, List.of(new SourceFile(name, content)), null, null, false);
  }

  public static ImportRequest ofContent(Format format, String content) {
    return new ImportRequest(format, List.of(), null, content, false);
  }

  public static ImportRequest ofUrl(String url, boolean allowExternal) {
    return new ImportRequest(Format.AUTO, List.of(), url, null, allowExternal);
  }
}

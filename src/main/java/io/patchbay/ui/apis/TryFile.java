package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.patchbay.expression.Expression;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file to try a method with. */
final class TryFile implements TryValue {

  private static final int MOST_BYTES = 10 * 1024 * 1024;
  private static final String BASE64 = "base64";

  private final Div place = Look.div("pb-try-file");
  private final String name;
  private final boolean named;
  private @Nullable Object value = Expression.ABSENT;

  /**
   * A field for a file.
   *
   * @param named whether its name and type are sent too, as within multipart
   */
  TryFile(String name, boolean named) {
    this.name = name;
    this.named = named;
    showUpload("");
  }

  private void showUpload(String error) {
    place.removeAll();
    var upload =
        new Upload(
            UploadHandler.inMemory((metadata, bytes) -> {
              String code = Base64.getEncoder().encodeToString(bytes);
              String type =
                  metadata.contentType() == null || metadata.contentType().isBlank()
                      ? "application/octet-stream"
                      : metadata.contentType();
              value =
                  named
                      ? Map.of("filename", metadata.fileName(), "contentType", type, BASE64, code)
                      : code;
              showFile(metadata.fileName(), bytes.length);
            }));
    upload.setMaxFileSize(MOST_BYTES);
    upload.setMaxFiles(1);
    upload.setDropLabel(Look.span("pb-text-3 pb-small", "or drop it here"));
    upload.setUploadButton(Buttons.neutral("Choose a file", Icons.FILE_UP, () -> {}));
    upload.addFileRejectedListener(event -> showUpload(event.getErrorMessage()));
    upload.getElement().setAttribute("aria-label", name);
    upload.addClassName("pb-upload");
    place.add(upload);
    if (!error.isEmpty()) {
      place.add(Look.span("pb-error-text", error));
    }
  }

  private void showFile(String filename, int bytes) {
    place.removeAll();
    place.add(
        Look.div(
            "pb-row",
            Icons.FILE_UP.create("pb-i14"),
            Look.span("pb-ellipsis", filename),
            Look.span("pb-text-3 pb-small pb-num", Sizes.of(bytes)),
            Buttons.icon(
                Icons.X,
                "Take the file away",
                () -> {
                  value = Expression.ABSENT;
                  showUpload("");
                })));
  }

  @Override
  public Component component() {
    return place;
  }

  @Override
  public @Nullable Object value() {
    return value;
  }

  @Override
  public void show(@Nullable Object shown) {
    value = shown;
    if (Expression.ABSENT.equals(shown)) {
      showUpload("");
    } else {
      Object code = shown instanceof Map<?, ?> file ? file.get(BASE64) : shown;
      Object title = shown instanceof Map<?, ?> file ? file.get("filename") : "file";
      int length = code instanceof String text ? text.length() / 4 * 3 : 0;
      showFile(String.valueOf(title), length);
    }
  }

  @Override
  public void mark(@Nullable String error) {
    if (error != null) {
      place.add(new Span(error));
    }
  }
}

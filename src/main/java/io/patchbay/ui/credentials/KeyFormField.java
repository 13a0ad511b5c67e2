package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A private key that is pasted or comes in a file. The content of a file stays on the server; the
 * page only shows its name.
 */
final class KeyFormField implements FormField {

  private static final int MOST_BYTES = 64 * 1024;

  private final String name;
  private final TextArea area;
  private final Div file = Look.div("pb-key-file");
  private final Div component;
  private final Consumer<ServiceAccount> onAccount;
  private @Nullable String uploaded;

  /**
   * A key.
   *
   * @param isStored whether there is one already
   * @param onAccount gets what a service account's file says besides its key
   */
  KeyFormField(String name, String label, boolean isStored, Consumer<ServiceAccount> onAccount) {
    this.name = name;
    this.onAccount = onAccount;
    this.area = new TextArea(label);
    area.setWidthFull();
    area.setMinRows(4);
    area.setMaxRows(8);
    area.addClassNames("pb-mono-field", "pb-key-area");
    area.setPlaceholder(
        isStored
            ? SecretFormField.STORED
            : "-----BEGIN PRIVATE KEY-----\n…\n-----END PRIVATE KEY-----");
    area.getElement().setProperty("autocomplete", "off");
    area.getElement().setAttribute("spellcheck", false);
    area.addValueChangeListener(event -> pasted(event.getValue()));
    Look.testId("credential-privatekey", area);
    component = Look.div("pb-key", area, file);
    showUpload("");
  }

  KeyFormField help(String sentence) {
    area.setHelperText(sentence);
    return this;
  }

  private void pasted(String text) {
    ServiceAccount.read(text)
        .ifPresent(account -> {
          area.setValue("");
          take("service account", account.privateKey());
          onAccount.accept(account);
        });
  }

  private void received(String fileName, byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      showUpload(
          "'%s' is no text. Give the key as PEM or JWK; a .p12 or .der file has to be converted first."
              .formatted(fileName));
      return;
    }
    var account = ServiceAccount.read(text);
    take(fileName, account.map(ServiceAccount::privateKey).orElse(text.strip()));
    account.ifPresent(onAccount);
  }

  private void take(String from, String key) {
    uploaded = key;
    area.setInvalid(false);
    area.setVisible(false);
    file.removeAll();
    file.add(
        Look.testId(
            "key-file",
            Look.div(
                "pb-key-taken",
                Icons.FILE_CODE_2.create("pb-i14"),
                Look.span("pb-ellipsis", "Key from " + from),
                Buttons.icon(
                    Icons.X,
                    "Take the key away",
                    () -> {
                      uploaded = null;
                      area.setVisible(true);
                      showUpload("");
                    }))));
  }

  private void showUpload(String error) {
    file.removeAll();
    var upload =
        new Upload(
            UploadHandler.inMemory((metadata, bytes) -> received(metadata.fileName(), bytes)));
    upload.setMaxFileSize(MOST_BYTES);
    upload.setMaxFiles(1);
    upload.setDropLabel(Look.span("pb-text-3 pb-small", "or drop the file here"));
    upload.setUploadButton(Buttons.neutral("Choose a file", Icons.FILE_UP, () -> {}));
    upload.addFileRejectedListener(
        event -> showUpload("'%s' is too large for a key (64 KB).".formatted(event.getFileName())));
    upload.addClassName("pb-upload");
    Look.testId("credential-key-upload", upload);
    file.add(upload);
    if (!error.isEmpty()) {
      file.add(Look.span("pb-error-text", error));
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Component component() {
    return component;
  }

  @Override
  public void write(ObjectNode document) {
    String key = uploaded == null ? area.getValue().strip() : uploaded;
    if (!key.isEmpty()) {
      document.put(name, key);
    }
  }

  @Override
  public void mark(String where, String message) {
    if (uploaded != null) {
      uploaded = null;
      area.setVisible(true);
      showUpload("");
    }
    FormField.show(area, message);
  }
}

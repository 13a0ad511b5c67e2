package io.patchbay.credential;

import io.patchbay.common.WorkspaceId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Where a ciphertext belongs, as the additional data that its encryption authenticates. */
final class Place {

  private Place() {}

  /** Each part is led by its length, so that no two places have the same bytes. */
  static byte[] of(
      byte format, String table, String column, UUID row, WorkspaceId workspace, String keyId) {
    var bytes = new ByteArrayOutputStream(160);
    append(bytes, new byte[] {format});
    append(bytes, table.getBytes(StandardCharsets.UTF_8));
    append(bytes, column.getBytes(StandardCharsets.UTF_8));
    append(bytes, row.toString().getBytes(StandardCharsets.UTF_8));
    append(bytes, workspace.toString().getBytes(StandardCharsets.UTF_8));
    append(bytes, keyId.getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private static void append(ByteArrayOutputStream bytes, byte[] part) {
    bytes.writeBytes(ByteBuffer.allocate(4).putInt(part.length).array());
    bytes.writeBytes(part);
  }
}

package io.patchbay.importing;

/** A description in OpenAPI that tests change, part by part. */
record Shop(String orders, String items, String orderId) {

  /** One method that lists orders, one that gets an item. */
  static Shop first() {
    return new Shop(
        """
        /orders:
            get:
              operationId: listOrders
              summary: List orders
              parameters:
              - {name: limit, in: query, schema: {type: integer}}
              responses:
                '200':
                  description: Them.
                  content:
                    application/json:
                      schema: {type: array, items: {$ref: '#/components/schemas/Order'}}
        """,
        """
        /items/{id}:
            get:
              operationId: getItem
              parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
              responses: {'200': {description: It.}}
        """,
        "integer");
  }

  /** The input of listOrders is required. */
  Shop withRequiredLimit() {
    return new Shop(
        orders.replace("in: query, schema", "in: query, required: true, schema"), items, orderId);
  }

  Shop withTitle(String title) {
    return new Shop(orders.replace("List orders", title), items, orderId);
  }

  /** Without getItem. */
  Shop withoutItems() {
    return new Shop(orders, "", orderId);
  }

  /** The id of an order in the shared schema has another type. */
  Shop withOrderId(String type) {
    return new Shop(orders, items, type);
  }

  /** A third method. */
  Shop withCustomers() {
    return new Shop(
        orders,
        items
            + """
            /customers:
                get:
                  operationId: listCustomers
                  responses: {'200': {description: They.}}
            """,
        orderId);
  }

  String yaml() {
    return """
    openapi: 3.0.3
    info: {title: Shop, version: '1'}
    servers: [{url: 'https://shop.example/v1'}]
    paths:
    %s
    components:
      schemas:
        Order: {type: object, properties: {id: {type: %s}}}
    """
        .formatted((orders + items).indent(2).stripTrailing(), orderId);
  }
}

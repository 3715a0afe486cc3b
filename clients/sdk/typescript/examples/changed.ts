import { createDiemdanh, each } from "@diemdanh/client";

const diemdanh = createDiemdanh({ baseUrl: BASE_URL, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET });
for await (const { id } of each(diemdanh, "/api/v1/sessions", { query: { limit: 1 } })) {
  const path = { session_id: id };
  const first = await diemdanh.GET("/api/v1/sessions/{session_id}/live", { params: { path } });
  const etag = first.response.headers.get("ETag") ?? "";
  const header = { "if-none-match": etag };
  const again = await diemdanh.GET("/api/v1/sessions/{session_id}/live", { params: { path, header } });
  console.log(first.response.status, again.response.status);
}

import { createDiemdanh, each, ok } from "@diemdanh/client";

const diemdanh = createDiemdanh({ baseUrl: BASE_URL, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET });
for await (const session of each(diemdanh, "/api/v1/sessions")) {
  const live = await ok(diemdanh.GET("/api/v1/sessions/{session_id}/live", { params: { path: { session_id: session.id } } }));
  console.log(session.title, session.state, live.present, live.expected);
}

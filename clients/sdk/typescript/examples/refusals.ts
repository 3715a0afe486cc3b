import { createDiemdanh, ok, Problem } from "@diemdanh/client";

const diemdanh = createDiemdanh({ baseUrl: BASE_URL, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, language: "en" });
try {
  await ok(diemdanh.GET("/api/v1/units/{unit_id}", { params: { path: { unit_id: crypto.randomUUID() } } }));
} catch (problem) {
  if (!(problem instanceof Problem)) throw problem;
  console.log(problem.status, problem.code, problem.detail);
}

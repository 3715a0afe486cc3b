/* The rest of a page comes while the password is being typed, so that the page itself is there at once. */
(function () {
  "use strict";

  function part(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.async = false; // in this order
      script.onload = resolve;
      script.onerror = () => reject(new Error(address));
      document.head.appendChild(script);
    });
  }

  /* → load(), which tells whether all of them are here; what did not come is asked for again. */
  function parts(folder, names) {
    let coming = null;
    return async function load() {
      if (!coming) coming = Promise.all(names.splice(0).map((name) => part(folder + name + ".js").catch(() => names.push(name))));
      await coming;
      coming = null;
      if (!names.length) return true;
      self.officePage.refuse({ kind: "later", cause: "network" });
      return false;
    };
  }

  /* Why something that was done is not yet at the server, after its count. */
  parts.resending = function (stuck) {
    return (stuck.isBusy ? " – máy chủ đang đông" : " – chưa có mạng") + ", máy tự gửi lại sau " + stuck.seconds + " giây";
  };

  self.officeParts = parts;
})();

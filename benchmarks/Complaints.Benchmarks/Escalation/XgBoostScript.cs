namespace Complaints.Benchmarks.Escalation;

/// <summary>The other side of the comparison: Debian's XGBoost with like settings, timed inside its own process.</summary>
internal static class XgBoostScript
{
    public const string Text = """
        import json, sys, time
        import numpy as np
        try:
            import xgboost as xgb
        except ImportError:
            print(json.dumps({"missing": True}))
            sys.exit(0)

        def read(path, rows, features):
            raw = np.fromfile(path, dtype=np.uint8)
            x = raw[: rows * features * 4].view(np.float32).reshape(features, rows).T
            return np.ascontiguousarray(x), raw[rows * features * 4 :]

        train, test, rows, test_rows, features, rounds, depth, threads, repeats = sys.argv[1:3] + [int(v) for v in sys.argv[3:10]]
        x, y = read(train, rows, features)
        tx, ty = read(test, test_rows, features)
        params = dict(objective="binary:logistic", tree_method="hist", max_bin=256, max_depth=depth, eta=0.1, nthread=threads,
                      min_child_weight=1, reg_lambda=1, base_score=float(y.mean()), verbosity=0)
        train_seconds, load_seconds, score_seconds = [], [], []
        for _ in range(repeats):
            t = time.perf_counter()
            matrix = xgb.DMatrix(x, y, nthread=threads)
            load_seconds.append(time.perf_counter() - t)
            t = time.perf_counter()
            booster = xgb.train(params, matrix, rounds)
            train_seconds.append(time.perf_counter() - t)
            booster.set_param({"nthread": threads})
            t = time.perf_counter()
            p = booster.inplace_predict(tx)
            score_seconds.append(time.perf_counter() - t)
        order = np.argsort(p, kind="stable")
        sp = p[order]
        # Mean rank of ties, so that the figure is the usual area under the curve.
        first = np.searchsorted(sp, sp, side="left")
        last = np.searchsorted(sp, sp, side="right")
        ranks = np.empty(len(p))
        ranks[order] = (first + last + 1) / 2
        pos = int(ty.sum())
        neg = len(ty) - pos
        auc = (ranks[ty == 1].sum() - pos * (pos + 1) / 2) / (pos * neg)
        print(json.dumps({"missing": False, "version": xgb.__version__, "auc": float(auc), "train": min(train_seconds),
                          "load": min(load_seconds), "score": min(score_seconds)}))
        """;
}

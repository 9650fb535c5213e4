using Complaints.Learning.MLNet.Logistic;
using System.Text;
using Complaints.Domain.Errors;
using Complaints.Learning.Calibration;
using Complaints.Learning.Explanation;
using Complaints.Learning;
using Complaints.Learning.BaseRate;
using Complaints.Learning.Blend;
using Complaints.Learning.Encodings;
using Complaints.Learning.Files;
using Complaints.Learning.Logistic;
using Complaints.Learning.Trees;
using Complaints.Learning.Table;
using Complaints.Learning.Tests.Support;

namespace Complaints.Learning.Tests.Files;

public sealed class ModelFileTests
{
    private static readonly FeatureTable Table = Tables.Mixed(1_200, seed: 1);

    private static readonly TreeLearner Trees = new(new TreeOptions { Rounds = 6, Patience = 0 });

    public static TheoryData<string> Kinds => ["base-rate", "logistic", "trees", "past rates", "one-hot", "blend", "platt", "isotonic"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_model_read_back_gives_the_same_scores_reasons_and_bytes(string kind)
    {
        IModel model = Model(kind);
        byte[] bytes = ModelFile.ToBytes(model);
        IModel copy = ModelFile.Read(new MemoryStream(bytes));
        Assert.Equal(model.Margins(Table), copy.Margins(Table));
        Assert.Equal(bytes, ModelFile.ToBytes(copy));
        Assert.Equal(((IExplainable)model).Explain(Table, 3).Contributions, ((IExplainable)copy).Explain(Table, 3).Contributions);
        Assert.Equal(model.Schema.Hash, copy.Schema.Hash);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused_with_advice()
    {
        byte[] bytes = ModelFile.ToBytes(Model("trees"));
        for (int length = 0; length < bytes.Length; length += 997)
        {
            UserException error = Assert.ThrowsAny<UserException>(() => ModelFile.Read(new MemoryStream(bytes, 0, length)));
            Assert.NotNull(error.Fix);
        }
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":2")]
    [InlineData("\"kind\":\"trees\"", "\"kind\":\"forest\"")]
    [InlineData("complaints-escalation-model", "another-model")]
    [InlineData("\"trees\":[[[1,", "\"trees\":[[[999999,")]
    [InlineData("\"trees\":[[[1,", "\"trees\":[[[0,")]
    [InlineData("\"trees\":[[[1,", "\"trees\":[[[1,77,3,true,1],[1,")]
    public void A_file_that_was_tampered_with_is_refused_and_never_scored(string from, string to)
    {
        string text = Encoding.UTF8.GetString(ModelFile.ToBytes(Model("trees")));
        string damaged = text.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(text, damaged);
        Assert.ThrowsAny<UserException>(() => ModelFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(damaged))));
    }

    private static IModel Model(string kind)
    {
        ILearner learner = kind switch
        {
            "base-rate" => new BaseRateLearner(),
            "logistic" => new LogisticLearner(new LogisticOptions()),
            "past rates" => new EncodedLearner([new PastRatesLearner()], Trees),
            "one-hot" => new EncodedLearner([new OneHotLearner(5)], Trees),
            "blend" => new BlendLearner([(Trees, 1), (new LogisticLearner(new LogisticOptions()), 3)]),
            _ => Trees,
        };
        IModel model = learner.Train(Table, null, TrainingOptions.Default, CancellationToken.None);
        double[] margins = model.Margins(Table);
        return kind switch
        {
            "platt" => new CalibratedModel(model, PlattCalibrator.Fit(margins, Table.Labels)),
            "isotonic" => new CalibratedModel(model, IsotonicCalibrator.Fit(margins, Table.Labels)),
            _ => model,
        };
    }
}
